import type { Adoption, Delivery } from '#server/figures/figures.ts'
import type { GroupRound } from '#server/results/results.ts'
import { add, type Sum } from '#server/disclosure/add.ts'
import { code } from '#server/disclosure/exact-or-range.ts'
import { howOften, lowIsGood, scale } from '#server/questionnaire/defaults.ts'
import { pulse } from '#server/questionnaire/pulse.ts'
import type { Question } from '#server/storage/schema/questions.ts'

const seen = scale('used-to-be-seen', lowIsGood, {
  name: 'AI used for the work, not for show',
  construct: '',
  question: 'How often was AI used mainly so that it was seen?',
  levels: howOften,
})

export const questionOf = (id: string): Question => [...pulse, seen].find((one) => one.id === id)!

const scaleBands = (id: string): string[] => {
  const question = questionOf(id)
  if (question.kind !== 'scale') throw new Error(`${id} is no scale`)
  return question.bands
}

/** What is published of answers by level, lowest first, of one class. */
export const published = (id: string, histogram: number[]): Sum =>
  add([code(histogram, scaleBands(id), 5)], scaleBands(id))

export const work = (helped: number, hurt: number): Sum =>
  add([code([helped, hurt], ['helped', 'hurt'], 5)], ['helped', 'hurt'])

export interface Asked {
  invited?: number
  version?: number
  pooledAs?: string
  /** Answers by level, by question. */
  answers: Record<string, number[]>
  /** Helped and hurt, by kind of work. */
  work?: Record<string, [helped: number, hurt: number]>
}

/** One round of one group, as it is read from what was published. */
export function roundOf(
  month: string,
  { invited = 30, version = 1, pooledAs, answers, work: rows }: Asked,
): GroupRound {
  const scales = Object.entries(answers).map(([id, histogram]) => {
    const question = { ...questionOf(id), version }
    const item = { key: id, question, row: null, cut: 'unit', bands: scaleBands(id) }
    return { ...item, sum: published(id, histogram), pooledAs: pooledAs ?? null }
  })
  const grid = Object.entries(rows ?? {}).map(([row, [helped, hurt]]) => {
    const item = {
      key: `work.${row}`,
      question: questionOf('work'),
      row,
      cut: 'area',
      bands: ['helped', 'hurt'],
    }
    return { ...item, sum: work(helped, hurt), pooledAs: null }
  })
  const items = [...scales, ...grid]
  const closesAt = new Date(`${month}-20T12:00:00Z`)
  return {
    round: {
      id: `round ${month}`,
      name: month,
      month,
      closesAt,
      threshold: 5,
      fingerprint: null,
      outcome: null,
      organisation: 'Acme',
      questions: [],
      items: [],
      classes: [],
    },
    items,
    response: { invited, ballots: Math.max(...items.map(({ sum }) => sum.n)) },
    classes: [],
    elsewhere: 0,
    neighbours: [],
  }
}

export const adopted = (month: string, active: number, seats: number): Adoption => ({
  month,
  source: 'csv',
  sum: add([code([seats - active, active], ['inactive', 'active'], 5)], ['inactive', 'active']),
  pooledAs: null,
  seats: 'file',
  days: null,
})

export const delivered = (month: string, measure: Delivery['measure'], value: number): Delivery => ({
  month,
  source: 'csv',
  measure,
  value,
  standsFor: null,
})
