import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#server/storage/identifier.ts'
import { remarks } from '#server/storage/schema/publishing.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { retroTeams } from '../helpers/boards.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'

let safe: TestApp
let fay: Visitor
let results: string
const written = Array.from({ length: 120 }, (_, n) => ({
  question: ['what-change', 'when-helped', 'when-hurt'][n % 3]!,
  text: `Remark ${n}.`,
}))

beforeAll(async () => {
  safe = await retroTeams()
  const team = (await teamIds(safe)).get('Payments')!
  await publishRound(safe.context.store, {
    closesAt: new Date('2026-09-20T12:00:00Z'),
    units: [{ teamIds: [team], path: [], invited: 20 }],
    histogram: ({ bands }, ballots) => bands.map((_, n) => (n === 0 ? ballots : 0)),
  })
  const [round] = await safe.context.store.read.select({ id: rounds.id }).from(rounds)
  await safe.context.store.write(async (tx) => {
    await tx
      .insert(remarks)
      .values(written.map((one) => ({ id: newId(), roundId: round!.id, classId: null, ...one })))
  })
  fay = await safe.signIn('fay@acme.example')
  results = `/rounds/${round!.id}/results`
})
afterAll(() => safe.stop())

const textsOn = (body: string) =>
  [...body.matchAll(/<blockquote>(.*?)<\/blockquote>/g)].map(([, text]) => text!)

test('many remarks come in pages, each once, in the order of their questions', async () => {
  const found: string[] = []
  for (let at: string | undefined = results; at;) {
    const { body } = await fay.get(at)
    const texts = textsOn(body)
    expect(texts.length).toBeLessThanOrEqual(50)
    found.push(...texts)
    at = /href="([^"]+)" rel="next"/.exec(body)?.[1]
  }
  expect(found.toSorted()).toEqual(written.map(({ text }) => text).toSorted())
  const asked = found.map((text) => written.find((one) => one.text === text)!.question)
  const blocks = asked.filter((question, n) => question !== asked[n - 1])
  expect(blocks).toEqual(['when-helped', 'when-hurt', 'what-change'])
})

test('a page that is not there is the last one', async () => {
  const { body } = await fay.get(`${results}?page=99`)
  expect(textsOn(body)).toHaveLength(20)
})
