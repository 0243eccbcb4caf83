import type { SamplePerson } from './people.ts'

export interface Told {
  by: string
  people: SamplePerson[]
  /** YYYY-MM, oldest first. */
  months: string[]
  seed: number
}

export const timeOf = (n: number, months: string[]): number =>
  months.length > 1 ? n / (months.length - 1) : 1
