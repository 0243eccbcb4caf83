import { asc } from 'drizzle-orm'
import { plainHeading } from '../files/headings.ts'
import { known } from '../known.ts'
import type { Reads } from '../storage/index.ts'
import { measures } from '../storage/schema/figures.ts'
import { readyMade, type Measure } from './measures.ts'
import { factors, spellings } from './spellings.ts'

/** A measure as a file names it, and what its values are multiplied with: `lead_time_days` is 24 of our hours. */
export interface Named {
  measure: string
  factor: number
}

/** Everything that can be measured: what is ready-made, and an organisation's own. */
export class Register {
  readonly all: Measure[]
  #byId: Map<string, Measure>
  #byHeading: Map<string, Named>

  constructor(own: Measure[]) {
    this.all = [...readyMade, ...own]
    this.#byId = new Map(this.all.map((one) => [one.id, one]))
    // What is ready-made keeps its headings.
    const taken = this.all.toReversed().filter(({ retired }) => !retired)
    this.#byHeading = new Map(taken.flatMap(headingsOf))
  }

  /** Throws where there is none. */
  of = (id: string): Measure => known(this.#byId, id)

  /** Case and punctuation do not matter. Null for what is no measure, or is retired. */
  named = (heading: string): Named | null => this.#byHeading.get(plainHeading(heading)) ?? null
}

function headingsOf({ id, name, unit }: Measure): [string, Named][] {
  const names = [id, ...(name === null ? [] : [name]), ...(spellings[id] ?? [])].map(plainHeading)
  return names.flatMap((written) =>
    Object.entries(factors[unit])
      // plain "deployments" may be a count of anything: only with "per week" is it a frequency
      .filter(([suffix]) => suffix !== '' || !/^deploy(ment)?s$/.test(written))
      .map(([suffix, factor]): [string, Named] => [written + suffix, { measure: id, factor }]),
  )
}

/** An organisation's own measures, by name. */
export const ownMeasures = (read: Reads): Promise<(Measure & { name: string })[]> =>
  read.select().from(measures).orderBy(asc(measures.name))

export const registerOf = async (read: Reads): Promise<Register> => new Register(await ownMeasures(read))
