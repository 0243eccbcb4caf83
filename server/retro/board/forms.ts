import { z } from 'zod'
import { newId } from '../../storage/identifier.ts'
import { boardStages } from '../../storage/schema/boards.ts'
import { line, lines, optionalLine, readable, several, whole } from '../../web/form.ts'
import { templates, type Columns, type NewBoard } from './start.ts'

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
  .refine(({ to }) => to !== 'ended', { path: ['to'], message: 'invalid' })

const place = (stage: (typeof boardStages)[number]) => boardStages.indexOf(stage)

export const timerForm = z.object({
  minutes: whole(1, 60, 'minutes'),
})

export const codeForm = z.object({ code: line(40) })

/** Own columns come a line each from a form, or as a list from a script. */
const columns = z
  .union([z.string().transform((lines) => lines.split('\n')), z.array(z.string())], 'columns')
  .transform((names) => names.map(readable).filter(Boolean))
  .pipe(z.array(z.string().max(40, 'columns'), 'columns').min(1, 'columns').max(6, 'columns'))

interface BoardChoices {
  /** The id of a team as it was chosen or typed. */
  team(written: string): string | null
  rounds: Set<string>
  /** Of the templates, in the words of whoever starts the board. */
  columns: Columns
}

/** `columns` counts where the template is `own`, or where there is none. */
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
      template: z.enum([...templates, 'own'], 'invalid').optional(),
      columns: z.unknown().optional(),
      votesEach: whole(1, 10, 'votes').default(3),
    })
    .transform(({ team, round, template, columns: given, votesEach }, context): NewBoard => {
      const board = { teamId: team, roundId: round, votesEach }
      if (template && template !== 'own') return { ...board, columns: known.columns[template] }
      if (given === undefined && !template) return { ...board, columns: known.columns.ai }
      const own = columns.safeParse(given)
      if (own.success) return { ...board, columns: own.data }
      context.addIssue({ code: 'custom', path: ['columns'], message: 'columns' })
      return z.NEVER
    })
