import { afterEach, beforeEach, expect, test } from 'vitest'
import { adoptionOf, deliveryOf } from '#server/figures/figures.ts'
import { northwind, recovered, troubled } from '#server/sample/company.ts'
import { peopleOf } from '#server/sample/people.ts'
import { rosterOf } from '#server/sample/roster.ts'
import { bringFigures } from '#server/sample/figures.ts'
import { Past } from '#server/sample/past.ts'
import { people as roster } from '#server/storage/schema/people.ts'
import { TestApp } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'

let safe: TestApp
beforeEach(async () => {
  safe = await TestApp.start()
  await safe.importRoster(await safe.setUp(), rosterOf(peopleOf(northwind, 1)))
})
afterEach(() => safe.stop())

const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)

async function bring(seed = 1) {
  const { read } = safe.context.store
  const [by] = await read.select().from(roster)
  const past = new Past(safe.context, safe.clock.now())
  await bringFigures(past, { by: by!.id, people: peopleOf(northwind, 1), months, seed })
  const teams = await teamIds(safe)
  const measured = async (team: string, measure: string) => {
    const id = team === 'organisation' ? team : teams.get(team)!
    return (await deliveryOf(read, id)).flatMap((one) => (one.measure === measure ? [one.value] : []))
  }
  const adoption = (await adoptionOf(read, 'organisation')).map(({ sum }) => {
    const [low, high] = sum.bands['active']!
    return (low + high) / 2 / sum.n
  })
  return { adoption, measured }
}

test('adoption climbs from about 55 to about 90 in a hundred', async () => {
  const { adoption } = await bring()
  expect(adoption).toHaveLength(12)
  expect(adoption[0]).toBeGreaterThan(0.45)
  expect(adoption[0]).toBeLessThan(0.65)
  expect(adoption.at(-1)).toBeGreaterThan(0.82)
  expect(adoption.at(-1)).toBeLessThan(0.97)
})

test('review takes ever longer while delivery hardly moves; one team worsens, another recovers', async () => {
  const { measured } = await bring()
  const change = async (team: string, measure: string, from = 0, to = 11) => {
    const values = await measured(team, measure)
    return values[to]! / values[from]!
  }
  expect(await change('organisation', 'review-time')).toBeGreaterThan(1.4)
  for (const [measure, at] of [
    ['lead-time', 1.06],
    ['deployment-frequency', 1],
  ] as const)
    expect(Math.abs((await change('organisation', measure)) - at)).toBeLessThan(0.12)
  expect(await change('organisation', 'change-fail-rate')).toBeGreaterThan(1.1)
  expect(await change(`Platform / ${troubled}`, 'lead-time')).toBeGreaterThan(1.35)
  expect(await change(`Product / ${recovered}`, 'lead-time', 6, 11)).toBeLessThan(0.75)
})

test('the same seed tells the same figures, another seed others', async () => {
  const told = async (seed: number) => {
    const { adoption, measured } = await bring(seed)
    return JSON.stringify([adoption, await measured('Product / Search', 'review-time')])
  }
  const first = await told(1)
  expect(await told(1)).toBe(first)
  expect(await told(2)).not.toBe(first)
})
