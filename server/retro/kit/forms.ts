import { z } from 'zod'
import { list, readable, whole } from '../../web/form.ts'
import {
  boardRules,
  cardText,
  columnFor,
  exerciseBoard,
  type Columns,
  type NewBoard,
  templates,
} from '../board/boards.ts'
import { exerciseIds, type ExerciseId } from './exercises.ts'
import { directions } from './order.ts'

/** What a card says, line by line. */
const cardLines = ['text', 'figure', 'question'] as const
const mostTyped = 10

/** An exercise in the words of whoever puts it on the wall: its first card, and the columns of its board. */
export type Exercises = Record<ExerciseId, { title: string; steps: string[]; columns: string[] }>

/** Topics by number, as their page names them: `text.0` from a form is `{ "text": { "0": … } }` from a script. */
export const kitForm = (rounds: Set<string>, columns: Columns, exercises: Exercises) =>
  z.preprocess(
    foldTopics,
    z
      .object({
        round: z.string('required').refine((id) => rounds.has(id), 'invalid'),
        template: z.enum(templates, 'invalid').default('ai'),
        exercise: z.enum(['', ...exerciseIds], 'invalid').default(''),
        topic: list,
        ...boardRules,
        text: z.record(z.string(), z.string()),
        figure: z.record(z.string(), z.string()),
        question: z.record(z.string(), z.string()),
        side: z.record(z.string(), z.enum(['better', 'worse', '']).catch('')),
        added: z
          .union([z.string().transform((lines) => lines.split('\n')), z.array(z.string())], 'invalid')
          .default([])
          .transform((lines) => lines.map(readable).filter(Boolean))
          .pipe(z.array(cardText, 'invalid').max(mostTyped, 'invalid')),
      })
      .transform((kit, context): Omit<NewBoard, 'teamId'> => {
        const chosen = kit.topic.flatMap((n) => {
          const lines = cardLines.map((line) => readable(kit[line][n] ?? ''))
          const text = cardText.safeParse(lines.filter(Boolean).join('\n'))
          if (text.success) return [{ column: columnFor(kit.template, kit.side[n] || null), text: text.data }]
          context.addIssue({
            code: 'custom',
            path: ['text', n],
            message: text.error.issues[0]!.message,
          })
          return []
        })
        const added = kit.added.map((text) => ({ column: columnFor(kit.template, null), text }))
        const seeds = [...chosen, ...added]
        const board = { roundId: kit.round, checkIn: kit.checkIn, daysEach: kit.daysEach }
        if (!kit.exercise) return { ...board, columns: columns[kit.template], seeds }
        const layout = exerciseBoard(exercises[kit.exercise])
        // A template's columns are not there: everything is met in the first.
        const met = seeds.map((one) => ({ ...one, column: 0 }))
        return { ...board, columns: layout.columns, seeds: [...layout.seeds, ...met] }
      }),
  )

export const moveForm = z.object({ topic: whole(0, 99, 'invalid'), direction: z.enum(directions) })

/** In what order the topics stood, of a form that is not sent off yet. */
export const orderForm = z.object({ round: z.string().optional(), order: list })

function foldTopics(body: unknown): unknown {
  const folded: Record<string, unknown> = {}
  const nested = { text: {}, figure: {}, question: {}, side: {} } as Record<string, Record<string, unknown>>
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [field, n] = name.split('.', 2) as [string, string?]
    const topics = nested[field]
    if (n !== undefined && topics) topics[n] = value
    else folded[name] = value
  }
  return { ...nested, ...folded }
}
