/** The shapes insights are shown from. Shares go from 0 to 1; both ends of an interval are possible. */
export type Interval = [low: number, high: number]

export interface Sum {
  n: number
  classes: number
  shown: number
  bands: Record<string, Interval>
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
  question: { id: string; text: { en: { question: string; rows?: Record<string, string> } } }
  band: string
  points: Point[]
}

export interface Change {
  series: Series
  from: Point & { share: Interval }
  to: Point & { share: Interval }
  verdict: { verdict: 'rising' | 'steady' | 'falling' | 'too few to tell' }
}

/** With what is said of its change; null where there is nothing to compare with. */
export interface ToldSeries extends Series {
  told: Change | null
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
