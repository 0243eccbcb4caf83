import { expect, test } from 'vitest'
import { occurrencesAfter, type Rule } from '#server/calendar/occurrences.ts'

const rule: Rule = {
  week: 1,
  weekday: 1,
  time: '09:00',
  openDays: 7,
  reminders: [2],
  threshold: 5,
  withoutMonths: [],
  quarterMonths: [1, 4, 7, 10],
  skipped: [],
  paused: null,
}
const after = (more: Partial<Rule>, from = '2026-11-03T00:00:00Z', count = 6, zone = 'Europe/Berlin') =>
  occurrencesAfter({ ...rule, ...more }, new Date(from), zone, count)
const opens = (more: Partial<Rule>, ...rest: [string?, number?, string?]) =>
  after(more, ...rest).map(({ opensAt }) => opensAt.toISOString())

test('the first Monday of each month at nine, by the clock on the wall, in winter and in summer', () => {
  expect(opens({})).toEqual([
    '2026-12-07T08:00:00.000Z',
    '2027-01-04T08:00:00.000Z',
    '2027-02-01T08:00:00.000Z',
    '2027-03-01T08:00:00.000Z',
    '2027-04-05T07:00:00.000Z',
    '2027-05-03T07:00:00.000Z',
  ])
})

test('a second Thursday, a last Friday and a fifth one that there is not', () => {
  expect(opens({ week: 2, weekday: 4 }, '2026-11-01T00:00:00Z', 2)).toEqual([
    '2026-11-12T08:00:00.000Z',
    '2026-12-10T08:00:00.000Z',
  ])
  expect(opens({ week: 5, weekday: 5 }, '2026-11-01T00:00:00Z', 3, 'UTC')).toEqual([
    '2026-11-27T09:00:00.000Z',
    '2026-12-25T09:00:00.000Z',
    '2027-01-29T09:00:00.000Z',
  ])
})

test('seven days over a change of the clock close at the time on the wall, an hour more or less', () => {
  const [spring] = after({ week: 5 }, '2027-03-02T00:00:00Z', 1)
  expect(spring).toMatchObject({
    opensAt: new Date('2027-03-29T07:00:00Z'),
    closesAt: new Date('2027-04-05T07:00:00Z'),
  })
  const [over] = after({ week: 4, weekday: 3 }, '2027-03-02T00:00:00Z', 1)
  expect(over).toMatchObject({
    opensAt: new Date('2027-03-24T08:00:00Z'),
    closesAt: new Date('2027-03-31T07:00:00Z'),
    reminders: [new Date('2027-03-29T07:00:00Z')],
  })
})

test('an hour that a change of the clock leaves out is the one after it', () => {
  const [one] = after({ week: 5, weekday: 7, time: '02:30' }, '2027-03-02T00:00:00Z', 1)
  expect(one!.opensAt.toISOString()).toBe('2027-03-28T01:30:00.000Z')
})

test('months of the year, and single months, are left out; the quarterly questions come in theirs', () => {
  const some = after({ withoutMonths: [1], skipped: [{ month: '2027-03', word: 'Move' }] })
  expect(some.map(({ month, quarterly }) => [month, quarterly])).toEqual([
    ['2026-12', false],
    ['2027-02', false],
    ['2027-04', true],
    ['2027-05', false],
    ['2027-06', false],
    ['2027-07', true],
  ])
})

test('two reminders stand in the order of their days', () => {
  const [one] = after({ reminders: [1, 4] })
  expect(one!.reminders.map((at) => at.toISOString())).toEqual([
    '2026-12-10T08:00:00.000Z',
    '2026-12-13T08:00:00.000Z',
  ])
})

test('with eleven months left out there are still six years of it', () => {
  const some = after({ withoutMonths: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] })
  expect(some.map(({ month }) => month)).toEqual([
    '2027-08',
    '2028-08',
    '2029-08',
    '2030-08',
    '2031-08',
    '2032-08',
  ])
})
