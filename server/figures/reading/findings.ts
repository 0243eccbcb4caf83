import { Faults } from '../../files/faults.ts'
import { Register } from '../register.ts'
import { FiguresUnreadable, quotable } from './faults.ts'
import type { FigureFault } from '../../storage/schema/figure-imports.ts'

/** Somebody had a seat on a day, and used it or not. */
export interface Use {
  /** An address, a login, or `id:` and a vendor's number. */
  person: string
  /** YYYY-MM-DD; YYYY-MM where a file tells of whole months. */
  day: string
  active: boolean
  /** What it cost, in the unit of the file's measure of spend. */
  spent?: number | undefined
  /** The vendor's own team, where the line names one. */
  group?: string | undefined
}

/** All that is known of a person in a month while the file is read, and no longer. */
export interface PersonMonth {
  active: boolean
  spent: number
  /** The vendor's teams on the last day they were named, and that day. */
  groups: string[]
  groupsOn: string
}

export interface DeliveryValue {
  line: number
  /** As it is written. */
  team: string
  month: string
  measure: string
  value: number
  standsFor: number | null
}

const mostPeople = 1_000_000

/**
 * What a file has told so far. Its people live here, in memory, until they are counted: nobody is in it twice
 * for a month, so that no day's distinct users are ever added to another's.
 */
export class Findings {
  /** @param how whether a fault may quote what it found, beside the names of fields */
  constructor(
    readonly register: Register = new Register([]),
    private readonly how = { quotes: true },
  ) {}

  lines = 0
  /** Whether everybody with a seat is named, or only those who used it. */
  seats: 'file' | 'roster' = 'roster'
  /** Lines about something that is no person: a key, a removed account. */
  nameless = 0
  readonly months = new Map<string, Map<string, PersonMonth>>()
  /** Of a file that tells what people spent: the measure of it. */
  spend: string | null = null
  readonly days = new Map<string, Set<string>>()
  /** The most people active on any one day of a month, where a file tells numbers alone. */
  readonly peaks = new Map<string, number>()
  readonly delivery: DeliveryValue[] = []
  /** One name of a person for another: a vendor's number for the login. */
  readonly aliases = new Map<string, string>()
  readonly faults = new Faults<FigureFault>()
  #people = 0

  seen({ person, day, active, spent = 0, group }: Use) {
    const known = this.#inMonth(person.trim().toLowerCase(), day.slice(0, 7))
    known.active ||= active
    known.spent += spent
    if (group !== undefined && day >= known.groupsOn) {
      if (day > known.groupsOn) known.groups = []
      known.groups.push(group)
      known.groupsOn = day
    }
    this.covers(day)
  }

  #inMonth(person: string, month: string): PersonMonth {
    const people = this.months.get(month) ?? new Map<string, PersonMonth>()
    this.months.set(month, people)
    const known = people.get(person) ?? { active: false, spent: 0, groups: [], groupsOn: '' }
    if (people.has(person)) return known
    if (++this.#people > mostPeople)
      throw new FiguresUnreadable(this.lines, 'tooManyPeople', String(mostPeople))
    people.set(person, known)
    return known
  }

  /** A day that the file tells of, whether or not anybody is in it. */
  covers(day: string) {
    const month = day.slice(0, 7)
    const days = this.days.get(month) ?? new Set<string>()
    if (day.length > month.length) days.add(day)
    this.days.set(month, days)
  }

  dayCount(day: string, active: number) {
    const month = day.slice(0, 7)
    this.peaks.set(month, Math.max(this.peaks.get(month) ?? 0, active))
    this.covers(day)
  }

  /** Leaves out whatever is about another month. */
  only(wanted: string[]) {
    for (const by of [this.months, this.days, this.peaks])
      for (const month of by.keys()) if (!wanted.includes(month)) by.delete(month)
    this.delivery.splice(0, Infinity, ...this.delivery.filter(({ month }) => wanted.includes(month)))
  }

  fault(line: number, fault: FigureFault, value?: string) {
    const isQuoted = value !== undefined && (this.how.quotes || fault === 'fieldInvalid')
    this.faults.add({ line, fault, value: isQuoted ? quotable(value) : undefined })
  }
}
