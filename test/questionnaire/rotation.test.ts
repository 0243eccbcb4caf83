import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualPlaces } from '#server/questionnaire/places.ts'
import { isAsked, mostInTurn, nextTurn, rotatingAhead } from '#server/questionnaire/rotation.ts'
import { secondsFor } from '#views/rounds/seconds.ts'

const bank = usualPlaces.map((one) => ({ ...one, retired: false }))
const turnOf = new Map(bank.map(({ question, turn }) => [question.id, turn]))
const month = (n: number) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`

/** Holds a round in each of these months, and says which turn it asked. */
function hold(months: number[]): number[] {
  const asked = new Map<string, string>()
  return months.map((n) => {
    const turn = nextTurn(bank, asked) ?? 0
    for (const { question } of bank.filter((one) => one.turn === turn)) asked.set(question.id, month(n))
    return turn
  })
}

/** Months of some years, in order, with any of them left out. */
const someMonths = fc
  .uniqueArray(fc.nat(60), { minLength: 1, maxLength: 40 })
  .map((all) => all.sort((a, b) => a - b))

test('each turn is back every third round, whatever months are left out between', () => {
  fc.assert(
    fc.property(someMonths, (months) => {
      expect(hold(months)).toEqual(months.map((_, n) => (n % 3) + 1))
    }),
  )
})

test('the turn that waited longest is next, ties go by number, and what was never asked waited longest', () => {
  const last = fc.option(fc.nat(30), { nil: undefined })
  fc.assert(
    fc.property(fc.array(last, { minLength: bank.length, maxLength: bank.length }), (months) => {
      const asked = new Map(
        bank.flatMap(({ question }, n) =>
          months[n] === undefined ? [] : [[question.id, month(months[n])] as const],
        ),
      )
      const lastOf = (turn: number) =>
        Math.max(...bank.map((one, n) => (one.turn === turn ? (months[n] ?? -1) : -1)))
      const chosen = nextTurn(bank, asked)!
      for (const other of [1, 2, 3])
        expect(lastOf(chosen) < lastOf(other) || (lastOf(chosen) === lastOf(other) && chosen <= other)).toBe(
          true,
        )
    }),
  )
})

test('an empty turn is passed over, and where nothing rotates no turn is asked', () => {
  const without = (...empty: number[]) =>
    bank.map((one) => (empty.includes(one.turn ?? 0) ? { ...one, retired: true } : one))
  expect(nextTurn(without(1), new Map())).toBe(2)
  expect(nextTurn(without(1, 2, 3), new Map())).toBeNull()
  expect(nextTurn([], new Map())).toBeNull()
})

test('the rounds ahead ask what they will ask when they come, and what somebody chose by hand counts', () => {
  const months = [0, 1, 4, 5, 6].map(month)
  const ids = (all: { question: { id: string } }[][]) =>
    all.map((some) => some.map(({ question }) => question.id))
  const turns = rotatingAhead(bank, new Map(), months).map((some) => new Set(some.map(({ turn }) => turn)))
  expect(turns).toEqual([1, 2, 3, 1, 2].map((turn) => new Set([turn])))
  const chosen = new Map([[month(0), new Set(['job-worry', 'stress'])]])
  const ahead = ids(rotatingAhead(bank, new Map(), months, chosen))
  expect(ahead[0]).toEqual(['job-worry'])
  expect(ahead.slice(1).map(([first]) => turnOf.get(first!))).toEqual([1, 3, 2, 1])
})

test('a month asks the core, its turn, in its quarter the quarterly questions, and never the library', () => {
  const asked = bank.filter((one) => isAsked(one, { turn: 2, quarterly: false }))
  expect(new Set(asked.map(({ place, turn }) => `${place} ${turn}`))).toEqual(
    new Set(['core null', 'rotating 2']),
  )
  const quarterly = bank.filter((one) => isAsked(one, { turn: 2, quarterly: true }))
  expect(quarterly.length - asked.length).toBe(7)
  expect(isAsked({ place: 'core', turn: null, retired: true }, { turn: 1, quarterly: true })).toBe(false)
})

test('no turn begins with more than four questions, and no identifier is given twice', () => {
  for (const turn of [1, 2, 3]) expect(bank.filter((one) => one.turn === turn)).toHaveLength(mostInTurn)
  expect(new Set(bank.map(({ question }) => question.id)).size).toBe(bank.length)
})

test('the core and any turn take under ninety seconds, for somebody who has answered before', () => {
  for (const turn of [1, 2, 3])
    expect(secondsFor(bank.filter((one) => isAsked(one, { turn, quarterly: false })))).toBeLessThan(90)
})
