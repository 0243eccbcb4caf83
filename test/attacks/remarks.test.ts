import { afterAll, beforeAll, expect, test } from 'vitest'
import { remarks } from '#server/storage/schema/publishing.ts'
import type { Plaintext } from '#server/sample/respondent.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { administrator, type TestApp } from '../helpers/app.ts'
import { closeRound, copyOf, openCompany, rated, respondents, startOn } from '../helpers/attacks.ts'
import { everyPage, teamIds } from '../helpers/pages.ts'

/** Everybody says two things, one to the team and one to the organisation; who leads Eng may read all of it. */
const teams = { Eng: 12, 'Eng / Payments': 9, 'Eng / Ledger': 8, 'Eng / Risk': 4, Support: 8 }
const boss = ['boss@acme.example,Support,Boss,manager,Eng; Support,']
const word = (team: string, audience: string) => `To-the-${audience}-from-${team}`

let safe: TestApp
let id: string
let ids: Map<string, string>
let session: string
beforeAll(async () => {
  const company = await openCompany(teams, boss)
  safe = company.safe
  id = company.id
  for (const [address, person] of await respondents(safe)) {
    const team = /^[a-z]+/.exec(address)![0]
    const said = (audience: 'team' | 'organisation') => ({
      question: 'when-hurt',
      text: word(team, audience),
      audience,
    })
    await person.answer(rated(3, [said('team'), said('organisation')]))
  }
  await closeRound(company.dana, id)
  ids = await teamIds(safe)
  session = (await safe.signIn('boss@acme.example')).cookie('session')!
})
afterAll(() => safe.stop())

/** By page, what was said of what each team said. */
async function found(audience: string) {
  const seen: Record<string, string[]> = {}
  const pages = await everyPage(
    safe,
    session,
    { rounds: [id], results: [...ids.values()], people: ['nothing'] },
    /rounds|results|^\/$/,
  )
  for (const [url, page] of pages) {
    const [, team] = /results\/([\w-]+) /.exec(url) ?? []
    const name = team ? [...ids].find(([, one]) => one === team)![0] : url
    const said = ['eng', 'payments', 'ledger', 'risk', 'support', 'boss'].filter((one) =>
      page.includes(word(one, audience)),
    )
    if (said.length > 0) seen[name] = said
  }
  return seen
}

test('a remark to the team is on the page of the people it was counted with, and on none above', async () => {
  expect(await found('team')).toEqual({
    Eng: ['eng'],
    'Eng / Payments': ['payments'],
    'Eng / Ledger': ['ledger', 'risk'],
    'Eng / Risk': ['ledger', 'risk'],
    Support: ['support', 'boss'],
  })
})

test('a remark to the organisation is on its page alone, and nothing says from which team', async () => {
  const everybody = ['eng', 'payments', 'ledger', 'risk', 'support', 'boss']
  expect(await found('organisation')).toEqual({ [`/rounds/${id}/results (text/html)`]: everybody })
  const rows = await safe.context.store.read.select().from(remarks)
  for (const { text, classId } of rows)
    expect([text, classId === null]).toEqual([text, text.startsWith('To-the-organisation')])
  const { body } = await safe.app.inject({
    url: `/rounds/${id}/results`,
    headers: { host: 'localhost:3000', cookie: `session=${session}` },
  })
  const [, said] = body.split('>Remarks<')
  const quoted = said!.slice(0, said!.indexOf('</section>'))
  expect(quoted.match(/<blockquote>/g)).toHaveLength(42)
  for (const name of ['Payments', 'Ledger', 'Risk', 'Support', 'Eng'])
    expect([name, quoted.includes(name)]).toEqual([name, false])
})

test('no export has a remark in it', async () => {
  for (const file of ['cells.json', 'cells.csv', 'receipts.json', 'manifest.json']) {
    const { body } = await safe.app.inject({
      url: `/rounds/${id}/${file}`,
      headers: { host: 'localhost:3000', cookie: `session=${session}` },
    })
    expect([file, body.length > 100, body.includes('To-the')]).toEqual([file, true, false])
  }
})

test('remarks to the organisation are kept from ten ballots on, and what is out of bounds spoils the ballot', async () => {
  const small = await openCompany({ Payments: 12 })
  await small.safe.close()
  const said = (text: string, audience: 'team' | 'organisation' = 'organisation') => ({
    question: 'when-hurt',
    text,
    audience,
  })
  const close = async (ballots: number, more: Plaintext['remarks'][] = []) => {
    const world = await startOn(await copyOf(small.safe.context.config), small.safe)
    const people = [
      ...(
        await respondents(world, [...tokensByAddress(world).keys()].slice(0, ballots + more.length))
      ).values(),
    ]
    for (const [n, person] of people.entries()) {
      if (n < ballots) await person.answer(rated(3, [said(`Said by ${n}`), said('Said within', 'team')]))
      else {
        // No client of ours would seal this.
        person.prepare()
        await person.seal(Buffer.from(JSON.stringify(rated(3, more[n - ballots])).padEnd(8192)))
        await person.takeTicket()
        await person.cast()
      }
    }
    const { outcome } = await closeRound(await world.signIn(administrator), small.id)
    const kept = await world.context.store.read.select().from(remarks)
    await world.stop()
    return { ...outcome, kept: kept.map(({ text }) => text).sort() }
  }
  const nine = await close(9)
  expect(nine).toMatchObject({ ballots: 9, spoiled: 0, kept: Array(9).fill('Said within') })
  const tooMany = Array.from({ length: 4 }, (_, n) => said(`One too many ${n}`, 'team'))
  const ten = await close(10, [tooMany, [said('x'.repeat(601), 'team')]])
  expect(ten).toMatchObject({ ballots: 10, spoiled: 2 })
  expect(ten.kept).toEqual([
    ...Array.from({ length: 10 }, (_, n) => `Said by ${n}`),
    ...Array(10).fill('Said within'),
  ])
})
