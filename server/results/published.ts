import type { Question } from '../storage/schema/questions.ts'
import { gridBands, rowKeys, useBands } from '../disclosure/asked.ts'
import type { Round } from '../rounds/rounds.ts'
import type { classes } from '../storage/schema/publishing.ts'
import type { Code } from '../disclosure/exact-or-range.ts'
import type { Sum } from '../disclosure/add.ts'

/** Results are there only once the round has closed, and enough people answered. */
export const isPublished = (round: Pick<Round, 'state' | 'outcome'>): boolean =>
  round.state === 'closed' && round.outcome?.published === true

export type PublishedClass = typeof classes.$inferSelect

/** What is published of a group's ratings in a round, as it was saved. */
export interface Published {
  /** Those with people of the group in them; of the organisation, all. */
  classes: PublishedClass[]
  /** By class, then by question (`question`, or `question.row` in a grid). */
  codes: Map<string, Map<string, Code>>
  /** By team or 'organisation', then by question. */
  sums: Map<string, Map<string, Sum>>
}

export function nested<T>(rows: [string, string, T][]): Map<string, Map<string, T>> {
  const outer = new Map<string, Map<string, T>>()
  for (const [first, second, value] of rows)
    outer.set(first, (outer.get(first) ?? new Map<string, T>()).set(second, value))
  return outer
}

/** What is coded by itself: a scale, or of one row of a grid whether AI helped, or whether it was used. */
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
  /** What the sum adds up; only where a class is hidden in one of the rounds that are looked at together. */
  parts?: Part[]
}

/** The code of one of several classes of a group. */
export interface Part {
  /** Whose answers: the same people's classes in two rounds are called alike. */
  who: string
  invited: number
  code: Code
}

export const itemsOf = (questions: Question[]): Item[] =>
  questions.flatMap((question): Item[] => {
    if (question.kind === 'scale')
      return [{ key: question.id, question, row: null, cut: question.cut, bands: question.bands }]
    if (question.kind === 'choice')
      return [{ key: question.id, question, row: null, cut: question.cut, bands: question.options }]
    if (question.kind !== 'grid') return []
    return question.rows.flatMap((row) => {
      const { help, use } = rowKeys(question.id, row)
      const about = { question, row, cut: question.cut }
      return [
        { ...about, key: help, bands: [...gridBands] },
        { ...about, key: use, bands: [...useBands] },
      ]
    })
  })
