/** The shapes insights are shown from. Shares go from 0 to 1; both ends of an interval are possible. */
export type Interval = [low: number, high: number]

export interface Sum {
  n: number
  classes: number
  shown: number
  bands: Record<string, Interval>
  histogram?: number[]
}

export interface Point {
  month: string
  sum: Sum
  share: Interval | null
  pooledAs: string | null
}

export interface Series {
  key: string
  row: string | null
  question: {
    id: string
    kind: 'scale' | 'grid' | 'remark' | 'attribute' | 'choice'
    text: { en: { question: string; name?: string; levels?: string[]; rows?: Record<string, string> } }
  }
  bands: string[]
  band: string
  points: Point[]
}

export type Word = 'rising' | 'leans up' | 'steady' | 'no more than chance' | 'leans down' | 'falling'

/** What is said of some months against months before them. */
export interface Told {
  word: Word
  from: Interval
  to: Interval
  sinceMonth: string
  fromMonth: string
  toMonth: string
  z: number
}

/** What became of the answers to one question. */
export interface Change {
  series: Series
  /** The months that were compared: the answers of the same groups in each. */
  points: (Point & { share: Interval })[]
  /** How many groups are compared, of how many, where it is not all of them. */
  partly: { groups: number; of: number } | null
  lasting: Told
  latest: Told
  /** How far the share went since the month before, and in about a year, from -1 to 1. */
  moved: { latest: Interval; year: Interval | null }
}

export interface AdoptionFigure {
  month: string
  source: string
  sum: Sum
  pooledAs: string | null
}

export interface DeliveryFigure {
  month: string
  source: string
  measure: string
  value: number
}

/** A measure of delivery, as the figures describe it. */
export interface MeasureName {
  id: string
  label: string
  unit: string
}

/** Neither good nor bad. */
export const isAmount = ({ band }: Pick<Series, 'band'>): boolean => band === 'high'
