import { setImmediate } from 'node:timers/promises'
import type { Reads } from '../storage/index.ts'
import { atLeast, codedAdoption } from './adoption.ts'
import { cutOf } from './cut.ts'
import { placedDelivery, type DeliveryFound } from './delivery.ts'
import { monthReport } from './month-report.ts'
import { Places, type Placed } from './placing.ts'
import { finalFrom } from './final.ts'
import { spendOf } from './spend.ts'
import type {
  FigureKind,
  FiguresReport,
  MonthReport,
  ReadyFigures,
} from '../storage/schema/figure-imports.ts'
import type { Findings } from './reading/findings.ts'

import { emptyReport } from './report.ts'
import { treeOf, type Tree } from './tree.ts'

interface Counted {
  ready: ReadyFigures[]
  report: FiguresReport
}

interface Given {
  kind: FigureKind
  source: string
  found: Findings
  /** Addresses by login. */
  addresses: Map<string, string>
}

/** Turns what a file told into codes and counts: from here on there are no people any more. */
export async function counted(
  read: Reads,
  now: Date,
  { kind, source, found, addresses }: Given,
): Promise<Counted> {
  const tree = await treeOf(read)
  const places = await Places.of(read, tree)
  const people = { all: new Set<string>(), unmatched: new Set<string>() }
  const ready: ReadyFigures[] = []
  const unfinished = [...found.months.keys(), ...found.peaks.keys()].filter((month) => finalFrom(month) > now)
  for (const [month, inMonth] of found.months) {
    const placed = places.place(inMonth, found, addresses)
    for (const [person, { teamId }] of placed) {
      people.all.add(person)
      if (teamId === null) people.unmatched.add(person)
    }
    if (unfinished.includes(month)) continue
    const roster = found.seats === 'roster' ? places.rosterSizes : null
    ready.push(
      ...(await ofSeats(read, about(source, month, found), { placed, tree, roster, spend: found.spend })),
    )
    await setImmediate()
  }
  for (const [month, peak] of found.peaks) {
    if (unfinished.includes(month)) continue
    const cut = await cutOf(read, source, month)
    const everybody = [...places.rosterSizes.values()].reduce((sum, one) => sum + one, 0)
    if (peak > everybody) found.fault(0, 'moreActiveThanRoster', `${peak}/${everybody}`)
    ready.push(atLeast(about(source, month, found), peak, everybody, cut))
  }
  for (const { line, month } of found.delivery)
    if (month > monthOf(now)) found.fault(line, 'monthInFuture', month)
  for (const month of unfinished) if (month > monthOf(now)) found.fault(0, 'monthInFuture', month)
  const delivery = await placedDelivery(read, source, found, places.rosterSizes, tree)
  for (const { line, team } of delivery.twice) found.fault(line, 'valueTwice', team)
  ready.push(...delivery.ready)

  const months: MonthReport[] = []
  for (const one of ready.sort((a, b) => (a.month < b.month ? -1 : 1)))
    months.push(await monthReport(read, one))
  const last = unfinished.sort().at(-1)
  if (ready.length === 0 && found.faults.count === 0)
    found.fault(0, last ? 'monthUnfinished' : 'noRows', last)
  return {
    ready,
    report: {
      ...faultReport(kind, found),
      people: people.all.size,
      unmatched: people.unmatched.size,
      unknownTeams: first([...delivery.unknown].filter((team) => !team.includes('@'))),
      withheldTeams: first([...delivery.withheld]),
      tooFine: tooFineOf(delivery, found),
      months,
      unfinished,
    },
  }
}

const tooFineOf = ({ tooFine }: DeliveryFound, { register }: Findings): FiguresReport['tooFine'] =>
  tooFine.slice(0, 50).map(({ team, measure }) => {
    const { id, name } = register.of(measure)
    return { team, measure: { id, name } }
  })

interface Seats {
  placed: Placed
  tree: Tree
  roster: Map<string, number> | null
  /** The measure of what they spent; null where the file does not say. */
  spend: string | null
}

/** A month's adoption by group, and what everybody spent. */
async function ofSeats(
  read: Reads,
  month: ReturnType<typeof about>,
  { placed, tree, roster, spend }: Seats,
): Promise<ReadyFigures[]> {
  const cut = await cutOf(read, month.source, month.month)
  const adoption = codedAdoption(month, placed, cut, tree, roster)
  if (spend === null) return [adoption]
  const parts = [...placed.values()].flatMap(({ teamId, spent }) => (teamId === null ? [] : spent))
  const spent = await spendOf(read, { ...month, measure: spend, threshold: cut.threshold, parts })
  return spent ? [adoption, spent] : [adoption]
}

/** By UTC, a day on where it is tomorrow already. */
const monthOf = (now: Date): string => new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 7)

const about = (source: string, month: string, { days }: Findings) => ({
  source,
  month,
  days: days.get(month)?.size || null,
})

export const faultReport = (
  kind: FigureKind | null,
  { faults, lines, nameless }: Findings,
): FiguresReport => ({
  ...emptyReport,
  kind,
  faults: faults.inOrder,
  faultCount: faults.count,
  lines,
  nameless,
})

const first = (names: string[]): string[] => names.sort().slice(0, 50)
