import { eq } from 'drizzle-orm'
import type { Question } from '../storage/schema/questions.ts'
import { gridBands } from '../disclosure/tabulate.ts'
import { Refusal } from '../refusal.ts'
import { roundById, type Round } from '../rounds/rounds.ts'
import type { Reads } from '../storage/index.ts'
import { classes, codes, sums } from '../storage/schema/publishing.ts'
import type { Code } from '../disclosure/code.ts'
import type { Sum } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'

/** Results are there only once the round has closed, and enough people answered. */
export const isPublished = (round: Round): boolean =>
  round.state === 'closed' && round.outcome?.published === true

/** Refuses with notFound what has no results, whatever its state. */
export async function publishedRoundById(read: Reads, id: string): Promise<Round> {
  const round = await roundById(read, id)
  if (!isPublished(round)) throw new Refusal('notFound')
  return round
}

export type PublishedClass = typeof classes.$inferSelect

/** Everything published of a round's ratings, as it was saved. */
export interface Published {
  classes: PublishedClass[]
  /** By class, then by question (`question`, or `question.row` in a grid). */
  codes: Map<string, Map<string, Code>>
  /** By team or 'organisation', then by question. */
  sums: Map<string, Map<string, Sum>>
}

export async function publishedOf(read: Reads, round: Round): Promise<Published> {
  const roundId = round.id
  const codeRows = await read.select().from(codes).where(eq(codes.roundId, roundId))
  const sumRows = await read.select().from(sums).where(eq(sums.roundId, roundId))
  return {
    classes: (await read.select().from(classes).where(eq(classes.roundId, roundId)))
      .map((one) => ({ ...one, name: nameOf(one, round) }))
      .sort(byName),
    codes: nested(codeRows.map(({ classId, question, code }) => [classId, question, code])),
    sums: nested(sumRows.map(({ teamId, question, sum }) => [teamId, question, sum])),
  }
}

/** As a reader knows it: bands of an attribute by their texts, the organisation by its name. */
function nameOf({ cut, name, members }: PublishedClass, round: Round): string {
  if (cut === organisation) return organisationName(round)
  const attribute = (round.questions ?? []).find((question) => question.id === cut)
  if (attribute?.kind !== 'attribute') return name
  return members.map((band) => attribute.text.en.options[band] ?? band).join(' + ')
}

export const organisationName = (round: Round): string =>
  (JSON.parse(round.manifest!) as { organisation: string }).organisation

const byName = (a: PublishedClass, b: PublishedClass) =>
  a.name.localeCompare(b.name, undefined, { numeric: true })

export function nested<T>(rows: [string, string, T][]): Map<string, Map<string, T>> {
  const outer = new Map<string, Map<string, T>>()
  for (const [first, second, value] of rows)
    outer.set(first, (outer.get(first) ?? new Map<string, T>()).set(second, value))
  return outer
}

/** What is coded by itself: a scale, or one row of a grid. */
export interface Item {
  key: string
  question: Question
  row: string | null
  cut: string
  /** The band of each level. */
  bands: string[]
}

/** One question, or one kind of work, for one group of people. */
export interface ItemResult extends Item {
  sum: Sum
  /** The class shown instead where the team is only a part of it. */
  pooledAs: string | null
}

export const itemsOf = (questions: Question[]): Item[] =>
  questions.flatMap((question): Item[] => {
    if (question.kind === 'scale')
      return [{ key: question.id, question, row: null, cut: question.cut, bands: question.bands }]
    if (question.kind !== 'grid') return []
    return question.rows.map((row) => ({
      key: `${question.id}.${row}`,
      question,
      row,
      cut: question.cut,
      bands: [...gridBands],
    }))
  })
