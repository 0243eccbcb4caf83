import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setUp } from '#server/access/access.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { add } from '#server/disclosure/add.ts'
import { code } from '#server/disclosure/exact-or-range.ts'
import { adoptionBands } from '#server/figures/adoption-bands.ts'
import { readyMade } from '#server/figures/measures.ts'
import { saveFigures } from '#server/figures/saving.ts'
import { openKeys } from '#server/keys.ts'
import { openLog } from '#server/log.ts'
import { openStore, type Store } from '#server/storage/index.ts'
import { newId } from '#server/storage/identifier.ts'
import { leaderships, people, soughtBy, teams } from '#server/storage/schema/people.ts'
import { publishRound, type PublishedUnit } from '../helpers/published.ts'

export async function openContext(directory: string): Promise<Context> {
  const config = readConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: join(directory, 'data'),
    KEY_DIR: join(directory, 'keys'),
  })
  const post = { async send() {}, async forget() {}, close() {} }
  const store = await openStore(config)
  return {
    config,
    store,
    keys: openKeys(config.KEY_DIR),
    clock: systemClock,
    post,
    log: openLog('silent'),
    wake() {},
  }
}

export interface Company {
  manager: { id: string; email: string }
  divisions: string[]
  units: { teamId: string; path: string[] }[]
}

/** A manager of everything, who administers it too, and teams of one person each. */
export async function foundCompany(context: Context, divisions: number, unitsEach: number): Promise<Company> {
  const email = 'manager@example.com'
  const id = await setUp(context, { organisation: 'Bench', timeZone: 'UTC', name: 'Manager', email })
  const root = newId()
  const above = Array.from({ length: divisions }, () => newId())
  const units = above.flatMap((division) =>
    Array.from({ length: unitsEach }, () => ({ teamId: newId(), path: [root, division] })),
  )
  await context.store.write(async (tx) => {
    await tx.insert(teams).values({ id: root, name: 'Everything', parentId: null })
    await tx.insert(teams).values(above.map((id, n) => ({ id, name: `Division ${n}`, parentId: root })))
    for (const { teamId, path } of units)
      await tx.insert(teams).values({ id: teamId, name: `Team ${teamId.slice(0, 4)}`, parentId: path[1]! })
    await tx.insert(leaderships).values({ personId: id, teamId: root, role: 'manager' })
    await tx.insert(people).values(units.map(({ teamId }, n) => personIn(teamId, n)))
  })
  return { manager: { id, email }, divisions: above, units }
}

export function personIn(teamId: string, n: number): typeof people.$inferInsert {
  const [name, email] = [`Person ${n}`, `person${n}@example.com`]
  return {
    id: newId(),
    email,
    name,
    sought: soughtBy(name, email),
    teamId,
    answers: true,
    administrator: false,
  }
}

const closeOf = (n: number) => new Date(Date.UTC(2024, 10 + n, 20))
export const monthOf = (n: number) => closeOf(n).toISOString().slice(0, 7)

/** Answers wander, so that codes differ. Returns how many codes there are. */
export const publishMonth = (store: Store, units: PublishedUnit[], n: number): Promise<number> =>
  publishRound(store, {
    closesAt: closeOf(n),
    units,
    histogram: ({ key, bands }, ballots, unit) =>
      answers(key, bands, ballots, `${unit} ${Math.floor(n / 3)}`),
  })

function answers(key: string, bands: string[], ballots: number, seed: string): number[] {
  const histogram = bands.map(() => 0)
  for (let person = 0; person < ballots; person++) {
    const digest = createHash('sha256').update(`${key} ${person} ${seed}`).digest()
    histogram[digest[0]! % bands.length]! += 1
  }
  return histogram
}

/** Adoption and every measure of delivery for each group and month. Returns how many. */
export async function bringFigures(
  store: Store,
  { divisions, units }: Company,
  months: number,
): Promise<number> {
  const groups = ['organisation', ...divisions, ...units.map(({ teamId }) => teamId)]
  let figures = 0
  for (let n = 0; n < months; n++) {
    const about = { month: monthOf(n), threshold: 5, source: 'bench' }
    const sum = add([code([2 + (n % 3), 6 - (n % 3)], adoptionBands, 5)], adoptionBands)
    const sums = groups.map((teamId) => ({ teamId, sum, pooledAs: null }))
    const values = groups.flatMap((teamId) =>
      readyMade.slice(0, 6).map(({ id: measure }) => ({ teamId, measure, value: 10 + n, standsFor: null })),
    )
    await store.write(async (tx) => {
      await saveFigures(
        tx,
        { kind: 'adoption', ...about, seats: 'file', days: 30, kept: 0, classes: [], sums },
        closeOf(n),
      )
      await saveFigures(tx, { kind: 'delivery', ...about, values }, closeOf(n))
    })
    figures += sums.length + values.length
  }
  return figures
}
