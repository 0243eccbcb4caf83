import { afterEach, expect, test } from 'vitest'
import { deliveryOf, readyMade } from '#server/figures/figures.ts'
import { roster } from '../helpers/app.ts'
import { bring, company, push, sample, type Company } from './company.ts'

let acme: Company
afterEach(() => acme.safe.stop())

const of = (group: string) => deliveryOf(acme.safe.context.store.read, group)
const at = (path: string) => acme.teams.get(path)!

test('a team’s figures are shown as they were given, with how many changes they stand for', async () => {
  acme = await company({ 'Eng / Payments': 8, 'Eng / Ledger': 6 })
  await bring(acme, sample('delivery.csv'), '&source=metrics')
  expect(await of(at('Eng / Payments'))).toContainEqual({
    month: '2026-10',
    source: 'metrics',
    measure: 'lead-time',
    value: 52.5,
    standsFor: 41,
  })
  expect(await of(at('Eng / Ledger'))).toHaveLength(5)
  expect((await of('organisation')).map(({ measure }) => measure).sort()).toEqual(
    readyMade
      .slice(0, 6)
      .map(({ id }) => id)
      .sort(),
  )
  expect(await of(at('Eng'))).toEqual([])
})

test('a team of fewer people than the threshold gets none, since they would be about persons; the preview says so', async () => {
  acme = await company({ 'Eng / Payments': 8, 'Eng / Ledger': 4, 'Eng / Ledger / Core': 1, 'Eng / Solo': 1 })
  const file = [
    'team,month,review time',
    'Eng / Payments,2026-10,3',
    'Eng / Ledger,2026-10,4',
    'Eng / Ledger / Core,2026-10,5',
    'Eng / Solo,2026-10,6',
    'Eng / Nowhere,2026-10,7',
  ].join('\n')
  const { id, report } = (await push(acme, file)).json()
  expect(report).toMatchObject({
    withheldTeams: ['Eng / Ledger / Core', 'Eng / Solo'],
    unknownTeams: ['Eng / Nowhere'],
    months: [{ kind: 'delivery', values: 2, teams: 2 }],
  })
  const page = (await acme.dana.get(`/figures/imports/${id}`)).body
  expect(page).toContain('figures of so few people would be figures of persons')
  expect(page).toContain('<li>Eng / Solo</li>')
  await acme.dana.post(`/figures/imports/${id}/application`, {})
  expect((await of(at('Eng / Ledger'))).map(({ value }) => value)).toEqual([4])
  expect(await of(at('Eng / Solo'))).toEqual([])
})

test('a team is found by the path it used to have', async () => {
  acme = await company({ 'Eng / Payments': 8, 'Eng / Risk': 8 })
  const renamed = roster({ 'Eng / Payments': 8, 'Eng / Risk': 8 }).replaceAll('Eng / Risk', 'Eng / Safety')
  const { id, report } = (await acme.dana.postJson('/roster/imports', { roster: renamed })).json()
  const renames = report.renames.map(({ teamId }: { teamId: string }) => teamId)
  await acme.dana.postJson(`/roster/imports/${id}/application`, { renames })
  await bring(acme, 'team,month,lead time\neng/risk,2026-10,30')
  expect((await of(at('Eng / Risk'))).map(({ value }) => value)).toEqual([30])
  const both = 'team,month,lead time\nEng/Risk,2026-10,30\nEng/Safety,2026-10,31'
  expect((await push(acme, both)).json().report.faults).toMatchObject([{ line: 3, fault: 'valueTwice' }])
})

test('the organisation is no team: what is its own alone stands for it, and it is not counted among teams', async () => {
  acme = await company({ 'Eng / Payments': 8 })
  const preview = async (...lines: string[]) => {
    const { id } = (await push(acme, ['team,month,review time', ...lines].join('\n'))).json()
    return (await acme.dana.get(`/figures/imports/${id}`)).body
  }
  expect(await preview('organisation,2026-10,3', 'Eng / Payments,2026-10,4')).toContain('1 team')
  const alone = await preview('organisation,2026-10,3')
  expect(alone).toContain('the organisation')
  expect(alone).not.toContain('1 team')
})
