import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../storage/identifier.ts'
import type { Reads } from '../../storage/index.ts'
import { boardTemplates } from '../../storage/schema/boards.ts'

/** Which column of each template is for what is better, for what is worse, and for what is neither. */
const sides = {
  ai: { better: 0, worse: 1, neither: 2 },
  plain: { better: 0, worse: 1, neither: 2 },
  start: { better: 2, worse: 1, neither: 2 },
  learned: { better: 0, worse: 2, neither: 3 },
  sailboat: { better: 0, worse: 1, neither: 3 },
}

export type Template = keyof typeof sides
export const templates = Object.keys(sides) as Template[]

interface Exercise {
  title: string
  steps: string[]
  columns: string[]
}

/** A board for an exercise: its question is the first card. */
export const exerciseBoard = ({ title, steps, columns }: Exercise) => ({
  columns,
  seeds: [{ column: 0, text: [title, ...steps].join('\n') }],
})

/** What the columns of each template are called. */
export type Columns = Record<Template, string[]>

export const columnFor = (template: Template, side: 'better' | 'worse' | null): number =>
  sides[template][side ?? 'neither']

export type SavedTemplate = typeof boardTemplates.$inferSelect

/** Nobody finds one among more. */
const mostSaved = 50

export const savedTemplates = (read: Reads): Promise<SavedTemplate[]> =>
  read.select().from(boardTemplates).orderBy(asc(boardTemplates.name))

/** For every retro of the organisation; one of the same name is replaced. Refuses with tooManyTemplates. */
export async function saveTemplate(
  { store }: Context,
  { name, columns }: Omit<SavedTemplate, 'id'>,
): Promise<void> {
  await store.write(async (tx) => {
    const [known] = await tx.select().from(boardTemplates).where(eq(boardTemplates.name, name))
    if (!known && (await tx.$count(boardTemplates)) >= mostSaved) throw new Refusal('tooManyTemplates')
    await tx
      .insert(boardTemplates)
      .values({ id: newId(), name, columns })
      .onConflictDoUpdate({ target: boardTemplates.name, set: { columns } })
  })
}

/** Gone already is gone. */
export async function removeTemplate({ store }: Context, id: string): Promise<void> {
  await store.write(async (tx) => {
    await tx.delete(boardTemplates).where(eq(boardTemplates.id, id))
  })
}
