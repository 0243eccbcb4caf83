import { z } from 'zod'
import { newId } from '../../storage/identifier.ts'
import { boardMatters, boardStages, checkIns } from '../../storage/schema/boards.ts'
import { line, lines, optionalLine, readable, several, whole } from '../../web/form.ts'
import type { NewBoard } from './start.ts'

const count = (max: number) => whole(0, max, 'invalid')

const identifier = z.string('invalid').regex(/^[\w-]{22}$/, 'invalid')

/** What stands on a card. */
export const cardText = lines(400, 'cardTooLong')

const card = z.object({ column: count(5), text: cardText })

/**
 * With the card's id; a script need not give one, then each time is another card. Not named `id`: a field of that
 * name would stand in the way of its form's own.
 */
export const newCardForm = card.extend({ card: identifier.default(newId) })
export const changeCardForm = card

/** Ticked cards; none ticked is nothing to do, and says so. */
export const cardsForm = z.object({
  cards: several
    .optional()
    .transform((ids) => ids ?? [])
    .pipe(z.array(identifier).min(1, 'nothingChosen')),
})

/** Into a group, or without one out of its own. */
export const moveForm = z.object({
  card: identifier,
  group: identifier
    .or(z.literal(''))
    .nullish()
    .transform((id) => id || null),
  /** Where it is to stand, out of its group. */
  column: z
    .literal('')
    .transform(() => undefined)
    .or(count(5))
    .optional(),
})

export const topicForm = z.object({ topic: identifier })

/** The two cards of a suggestion. */
export const declineForm = z.object({ cards: z.array(identifier, 'invalid').length(2, 'invalid') })

export const headingForm = z.object({
  title: optionalLine(80),
})

export const voteForm = z.object({ group: identifier, number: count(9).optional() })

/** By its number, or one of those for a group; a button of a group without votes sends neither. */
export const withdrawalForm = z.object({
  group: identifier.optional(),
  number: z
    .literal('')
    .transform(() => undefined)
    .or(count(9))
    .optional(),
})

export const stageForm = z
  .object({ from: z.enum(boardStages, 'invalid'), to: z.enum(boardStages, 'invalid') })
  .refine(({ from, to }) => Math.abs(place(to) - place(from)) === 1, { path: ['to'], message: 'invalid' })
  // How everybody arrived has been told by then, and does not change any more.
  .refine(({ to }) => to !== 'ended' && to !== 'arrive', { path: ['to'], message: 'invalid' })

const place = (stage: (typeof boardStages)[number]) => boardStages.indexOf(stage)

export const timerForm = z.object({
  minutes: whole(1, 60, 'minutes'),
})

/** From 1 to 5; whether there should be more time, 1 for yes and 0 for no. */
export const signForm = z
  .object({ about: z.enum(boardMatters, 'invalid'), value: whole(0, 5, 'invalid').default(1) })
  .refine(({ about, value }) => (about === 'more' ? value <= 1 : value >= 1), { path: ['value'] })

export const codeForm = z.object({ code: line(40) })

/** Own columns come a line each from a form, or as a list from a script. */
const columns = z
  .union([z.string().transform((lines) => lines.split('\n')), z.array(z.string())], 'columns')
  .transform((names) => names.map(readable).filter(Boolean))
  .pipe(z.array(z.string().max(40, 'columns'), 'columns').min(1, 'columns').max(6, 'columns'))

/** How a retro is held, wherever it is started from. */
export const boardRules = {
  checkIn: z
    .enum(['', ...checkIns], 'invalid')
    .default('')
    .transform((chosen) => chosen || null),
  /** Left out, people meet. */
  daysEach: z
    .literal('')
    .transform(() => null)
    .or(whole(1, 14, 'stageDays'))
    .nullable()
    .default(null),
}

interface BoardChoices {
  /** The id of a team as it was chosen or typed. */
  team(written: string): string | null
  rounds: Set<string>
  /** Of templates, exercises and what was saved, in the words of whoever starts the board. */
  template(written: string): Layout | null
}

/** What a board begins with, beside its rules. */
export type Layout = Pick<NewBoard, 'columns' | 'seeds'>

/** `columns` counts where the template is `own`, or where there is none. With a name own ones are saved for later. */
export const newBoardForm = (known: BoardChoices) =>
  z
    .object({
      team: z.string('required').transform((written, context) => {
        const id = known.team(written)
        if (!id) context.addIssue({ code: 'custom', message: 'unknownTeam' })
        return id ?? z.NEVER
      }),
      round: z
        .string()
        .default('')
        .transform((id) => id || null)
        .refine((id) => id === null || known.rounds.has(id), 'invalid'),
      template: z.string('invalid').optional(),
      columns: z.unknown().optional(),
      saveAs: optionalLine(60),
      votesEach: whole(1, 10, 'votes').default(3),
      ...boardRules,
    })
    .transform(({ team, round, template, columns: given, ...rest }, context) => {
      const board = { teamId: team, roundId: round, ...rest }
      const isOwn = template === 'own' || (template === undefined && given !== undefined)
      const layout = isOwn ? ownLayout(given) : known.template(template ?? 'ai')
      if (layout) return { ...board, ...layout, saveAs: isOwn ? rest.saveAs : '' }
      const [path, message] = isOwn ? ['columns', 'columns'] : ['template', 'invalid']
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    })

function ownLayout(given: unknown): Layout | null {
  const own = columns.safeParse(given)
  return own.success ? { columns: own.data } : null
}
