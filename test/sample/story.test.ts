import { expect, test } from 'vitest'
import { pulse } from '#server/questionnaire/pulse.ts'
import { turns } from '#server/questionnaire/rotating.ts'
import { usualPlaces } from '#server/questionnaire/places.ts'
import { northwind, recovered, showing, troubled } from '#server/sample/company.ts'
import { peopleOf } from '#server/sample/people.ts'
import { rosterOf } from '#server/sample/roster.ts'
import { remarksOf } from '#server/sample/remarks.ts'
import { levelOf, pushOf, thoseWhoAnswer, workWith } from '#server/sample/story.ts'
import { readRoster } from '#server/people/roster.ts'

const months = 12
const seeds = [1, 2, 3]
const teamNames = northwind.map(({ path }) => path.at(-1)!)
const teamSize = (name: string) => northwind.find(({ path }) => path.at(-1) === name)?.size ?? 0

/** Mean level given in a round by those who answered; of one team, or of everybody. */
function mean(question: string, round: number, seed: number, only?: string): number {
  const t = round / (months - 1)
  const levels = answering(round, seed)
    .filter(({ team }) => !only || team === only)
    .flatMap((person) => levelOf(question, person, t, seed) ?? [])
  return levels.reduce((sum, level) => sum + level, 0) / levels.length
}

function answering(round: number, seed: number) {
  const people = peopleOf(northwind, seed)
  return teamNames.flatMap((name) => {
    const team = people.filter(({ team: one }) => one === name)
    return thoseWhoAnswer(team, round / (months - 1), seed)
  })
}

test('120 people in 14 teams, no two of one name or address, all under .invalid', () => {
  const people = peopleOf(northwind, 1)
  expect([people.length, new Set(people.map(({ path }) => path.join('/'))).size]).toEqual([120, 14])
  expect(new Set(people.map(({ email }) => email)).size).toBe(120)
  expect(new Set(people.map(({ name }) => name)).size).toBe(120)
  for (const { email } of people) expect(email).toMatch(/^[a-z.]+@northwind\.invalid$/)
})

test('its roster is one that an administrator could import', async () => {
  const { people, faults } = await readRoster(Buffer.from(rosterOf(peopleOf(northwind, 1))))
  expect(faults).toEqual([])
  expect(people).toHaveLength(120)
  expect(people.filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1)
})

test('nobody facilitates their own team, and the team in trouble has a facilitator', () => {
  const people = peopleOf(northwind, 1)
  const facilitated = people.flatMap(({ team, facilitates }) =>
    facilitates.map((path) => [team, path.at(-1)]),
  )
  for (const [own, other] of facilitated) expect(other).not.toBe(own)
  expect(facilitated.map(([, other]) => other)).toContain(troubled)
})

test('the same seed tells the same story to the word, another seed another', () => {
  const told = (seed: number) => {
    const people = answering(5, seed)
    return people.map((person) => [
      person,
      pulse.map(({ id }) => levelOf(id, person, 0.5, seed)),
      workWith('tests', person, 0.5, seed),
      remarksOf({ round: 5, of: months }, people, seed).get(person.email),
    ])
  }
  expect(told(1)).toEqual(told(1))
  expect(told(1)).not.toEqual(told(2))
})

test.each(seeds)('AI is used more and more, and trusted less and less (seed %i)', (seed) => {
  expect(mean('ai-use', 11, seed) - mean('ai-use', 0, seed)).toBeGreaterThan(1.2)
  expect(mean('ai-trust', 11, seed) - mean('ai-trust', 0, seed)).toBeLessThan(-0.6)
})

test.each(seeds)(
  'one team gets into trouble: more stress, and it is no longer safe to say why (seed %i)',
  (seed) => {
    expect(mean('stress', 11, seed, troubled) - mean('stress', 0, seed, troubled)).toBeGreaterThan(1)
    expect(mean('safe-to-say', 11, seed, troubled) - mean('safe-to-say', 0, seed, troubled)).toBeLessThan(-1)
  },
)

test.each(seeds)(
  'one team finds its way: help falls into a dip and rises above where it began (seed %i)',
  (seed) => {
    const [before, dip, after] = [0, 4, 11].map((round) => mean('ai-helped', round, seed, recovered)) as [
      number,
      number,
      number,
    ]
    expect(before - dip).toBeGreaterThan(0.5)
    expect(after - dip).toBeGreaterThan(1.2)
  },
)

test.each(seeds)(
  'in one team AI is used to be seen, under pressure, and helps as before; in the others it is not so (seed %i)',
  (seed) => {
    const around = (question: string, team: string, rounds: number[]) =>
      rounds.reduce((sum, round) => sum + mean(question, round, seed, team), 0) / rounds.length
    const moved = (question: string, team: string) =>
      around(question, team, [9, 10, 11]) - around(question, team, [0, 1, 2])
    expect(moved('used-to-be-seen', showing)).toBeGreaterThan(1.4)
    expect(moved('ai-pressure', showing)).toBeGreaterThan(1.2)
    expect(Math.abs(moved('ai-helped', showing))).toBeLessThan(0.5)
    expect(mean('ai-use', 11, seed, showing)).toBeGreaterThan(mean('ai-use', 11, seed))
    for (const team of teamNames.filter((name) => name !== showing && teamSize(name) >= 8))
      expect([team, moved('used-to-be-seen', team) < 0.9]).toEqual([team, true])
  },
)

test.each(seeds)('juniors can explain less of what they ship, and worry more (seed %i)', (seed) => {
  const of = (question: string, ...bands: string[]) => {
    const people = answering(6, seed).filter(({ experience }) => bands.includes(experience))
    const levels = people.flatMap((person) => levelOf(question, person, 6 / 11, seed) ?? [])
    return levels.reduce((sum, level) => sum + level, 0) / levels.length
  }
  expect(of('understand-shipped', 'over-10') - of('understand-shipped', 'under-2')).toBeGreaterThan(0.8)
  expect(of('job-worry', 'under-2') - of('job-worry', 'over-10')).toBeGreaterThan(0.8)
})

test('the push is one of what is offered, or does not apply', () => {
  const [, , [push]] = turns as [unknown, unknown, [{ options: string[] }]]
  const given = new Set(
    peopleOf(northwind, 1).flatMap((person) => [0, 0.5, 1].map((t) => pushOf(person, t, 1))),
  )
  expect([...push.options, null]).toEqual(expect.arrayContaining([...given]))
  expect(given.size).toBe(7)
})

test.each(seeds)('each month 60 to 90 % of the company answer (seed %i)', (seed) => {
  for (let round = 0; round < months; round++) {
    const rate = answering(round, seed).length / 120
    expect(rate).toBeGreaterThan(0.6)
    expect(rate).toBeLessThan(0.9)
  }
})

test('every question of the questionnaire is answered within its levels', () => {
  const [person] = peopleOf(northwind, 1)
  for (const { question } of usualPlaces)
    for (const t of [0, 0.5, 1]) expect([null, 1, 2, 3, 4, 5]).toContain(levelOf(question.id, person!, t, 1))
})

test('in a year nothing is written twice, and every remark fits into a ballot', () => {
  const all = Array.from({ length: months }, (_, round) =>
    remarksOf({ round, of: months }, answering(round, 1), 1),
  )
  const remarks = all.flatMap((byAuthor) => [...byAuthor.values()].flat())
  expect(remarks.length).toBeGreaterThan(120)
  expect(new Set(remarks.map(({ text }) => text)).size).toBe(remarks.length)
  expect(new Set(remarks.map(({ audience }) => audience))).toEqual(new Set(['team', 'organisation']))
  for (const { text } of remarks) expect(text.length).toBeLessThanOrEqual(600)
  for (const written of all.flatMap((byAuthor) => [...byAuthor.values()]))
    expect(written.length).toBeLessThanOrEqual(3)
})
