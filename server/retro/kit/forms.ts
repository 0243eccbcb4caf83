import { z } from 'zod'
import { list, readable, whole } from '../../web/form.ts'
import { cardText, columnFor, type Columns, type NewBoard, templates } from '../board/boards.ts'

const perTopic = ['text', 'place', 'side']
const mostTyped = 10

/** Topics by number, as their page names them: `text.0` from a form is `{ "text": { "0": … } }` from a script. */
export const kitForm = (rounds: Set<string>, columns: Columns) =>
  z.preprocess(
    foldTopics,
    z
      .object({
        round: z.string('required').refine((id) => rounds.has(id), 'invalid'),
        template: z.enum(templates, 'invalid').default('ai'),
        topic: list,
        text: z.record(z.string(), z.string()),
        place: z.record(z.string(), whole(1, 999, 'invalid')),
        side: z.record(z.string(), z.enum(['better', 'worse', '']).catch('')),
        added: z
          .union([z.string().transform((lines) => lines.split('\n')), z.array(z.string())], 'invalid')
          .default([])
          .transform((lines) => lines.map(readable).filter(Boolean))
          .pipe(z.array(cardText, 'invalid').max(mostTyped, 'invalid')),
      })
      .transform((kit, context): Pick<NewBoard, 'columns' | 'seeds'> & { roundId: string } => {
        const chosen = kit.topic
          .toSorted((a, b) => rank(a, kit.place) - rank(b, kit.place))
          .flatMap((n) => {
            const text = cardText.safeParse(kit.text[n])
            if (text.success)
              return [{ column: columnFor(kit.template, kit.side[n] || null), text: text.data }]
            context.addIssue({
              code: 'custom',
              path: ['text', n],
              message: text.error.issues[0]!.message,
            })
            return []
          })
        const added = kit.added.map((text) => ({ column: columnFor(kit.template, null), text }))
        return {
          roundId: kit.round,
          columns: columns[kit.template],
          seeds: [...chosen, ...added],
        }
      }),
  )

/** Of two in one place, the one that was put there comes before the one that was there. */
function rank(n: string, places: Record<string, number>): number {
  const before = Number(n) + 1
  const place = places[n] ?? before
  return place === before ? place : place - 0.5
}

function foldTopics(body: unknown): unknown {
  const folded: Record<string, unknown> = {}
  const nested: Record<string, Record<string, unknown>> = { text: {}, place: {}, side: {} }
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [field, n] = name.split('.', 2) as [string, string?]
    if (n !== undefined && perTopic.includes(field)) nested[field]![n] = value
    else folded[name] = value
  }
  return { ...nested, ...folded }
}
