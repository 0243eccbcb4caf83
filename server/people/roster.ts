import { Faults, Unreadable, type Fault, type Report } from '../files/faults.ts'
import { readColumns, refuseWithout, toldHeading, type Assigned, type Columns } from './reading/headers.ts'
import { readRecords } from '../files/records.ts'
import { readRow } from './reading/rows.ts'
import type { Role, RosterColumn, RosterPerson, Understood } from '../storage/schema/roster-imports.ts'
import { FileTeams } from './reading/teams.ts'
import { readText, type RosterSource } from '../files/text.ts'

export type { Fault } from '../files/faults.ts'
export type { Assigned } from './reading/headers.ts'
export type { FaultCode } from '../storage/schema/roster-imports.ts'
export type { Role, RosterPerson } from '../storage/schema/roster-imports.ts'
export type { RosterSource } from '../files/text.ts'

export interface Roster {
  /** Those without a fault, in the order of the file; to be applied only if `faultCount` is 0. */
  people: RosterPerson[]
  /** The first thousand found, by line. */
  faults: Fault[]
  faultCount: number
  understood: Understood
}

const mostLines = 200_000
const linesBetweenProgress = 1000
const mostColumnsTold = 200

/**
 * Reads a roster to its end and reports everything wrong with it at once. `progress` hears how far it has come.
 * @param today paths of the teams there are already: they may be led though nobody in the file is in them
 * @param assigned what headings mean by an administrator's word
 */
export async function readRoster(
  source: RosterSource,
  progress: (lines: number) => void = () => {},
  today: Iterable<string[]> = [],
  assigned: Assigned = new Map(),
): Promise<Roster> {
  const draft = new Draft(today, assigned)
  try {
    await readRecords(readText(source), (fields, line) => {
      draft.take(fields, line)
      if (line % linesBetweenProgress === 0) progress(line)
    })
    draft.finish()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    draft.end(error.faults)
  }
  return draft.roster
}

class Draft {
  readonly #faults = new Faults()
  readonly #rows: { person: RosterPerson; sound: boolean }[] = []
  readonly #lineOf = new Map<string, number>()
  readonly #teams: FileTeams
  #header: { columns: Columns; width: number } | undefined
  #columns: Understood['columns'] = []
  #peopleBegun = false

  constructor(
    today: Iterable<string[]>,
    private readonly assigned: Assigned,
  ) {
    this.#teams = new FileTeams(today)
  }

  take(fields: string[], line: number) {
    if (line > mostLines) throw new Unreadable([{ line, fault: 'tooManyLines', value: String(mostLines) }])
    if (fields.every((field) => field.trim() === '')) return
    if (this.#header) this.#takePerson(this.#header, fields, line)
    else this.#header = this.#readHeader(fields, line)
  }

  /** What was understood is told, too, where it is not enough. */
  #readHeader(headings: string[], line: number) {
    const read = readColumns(headings, line, this.assigned)
    const used = new Map(Array.from(read.columns, ([column, at]) => [at, column]))
    this.#columns = headings
      .slice(0, mostColumnsTold)
      .map((heading, at) => ({ heading: toldHeading(heading), as: used.get(at) ?? null }))
    refuseWithout(read, line)
    return { columns: read.columns, width: headings.length }
  }

  #takePerson({ columns, width }: { columns: Columns; width: number }, fields: string[], line: number) {
    this.#peopleBegun = true
    const faultsBefore = this.#faults.count
    const report = this.#reportOn(line)
    if (fields.some((field) => field.includes('\0'))) return report('nulByte')
    if (fields.length !== width) return report('columnCount', `${fields.length}/${width}`)
    const cell = (column: RosterColumn) => unmarked(fields[columns.get(column) ?? -1] ?? '')
    const person = readRow(line, cell, this.#teams, report)
    this.#claimAddress(person.email, line, report)
    this.#rows.push({ person, sound: this.#faults.count === faultsBefore })
  }

  #reportOn(line: number): Report {
    return (fault, value) => this.#faults.add({ line, fault, value })
  }

  #claimAddress(email: string, line: number, report: Report) {
    const first = this.#lineOf.get(email)
    if (first !== undefined) report('emailTwice', String(first))
    else if (email !== '') this.#lineOf.set(email, line)
  }

  /** A led team is known only once the last line has been read. */
  finish() {
    if (!this.#header) throw new Unreadable([{ line: 0, fault: 'fileEmpty' }])
    if (!this.#peopleBegun) throw new Unreadable([{ line: 0, fault: 'noPeople' }])
    for (const row of this.#rows) {
      const faultsBefore = this.#faults.count
      const report = this.#reportOn(row.person.line)
      row.person.manages = this.#teams.known(row.person.manages, report)
      row.person.facilitates = this.#teams.known(row.person.facilitates, report)
      row.sound &&= this.#faults.count === faultsBefore
    }
  }

  /** Half a file cannot tell which led teams are unknown, so none is looked for. */
  end(faults: Fault[]) {
    this.#faults.end(faults)
  }

  get roster(): Roster {
    const people = this.#rows.filter(({ sound }) => sound).map(({ person }) => person)
    const holding = (role: Role) => people.filter(({ roles }) => roles.includes(role)).length
    return {
      people,
      faults: this.#faults.inOrder,
      faultCount: this.#faults.count,
      understood: {
        columns: this.#columns,
        roles: {
          manager: holding('manager'),
          facilitator: holding('facilitator'),
          administrator: holding('administrator'),
        },
      },
    }
  }
}

/** Without the mark that keeps a spreadsheet from running a cell as a formula; our own export sets it. */
const unmarked = (cell: string) => cell.replace(/^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '')
