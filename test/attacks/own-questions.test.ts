import { afterEach, expect, test } from 'vitest'
import { codes, sums } from '#server/storage/schema/publishing.ts'
import { people } from '#server/storage/schema/people.ts'
import type { Plaintext } from '#server/sample/respondent.ts'
import { companyWithRetros, decide, decideAndDo, facilitator, invitationOf } from '../helpers/actions.ts'
import { everybodyAnswers, tokensByAddress } from '../helpers/answering.ts'
import type { TestApp } from '../helpers/app.ts'
import { copyOf, openRound, raw, respondents, seeded, shuffled, startOn } from '../helpers/attacks.ts'
import { differing, everyPage, sessionsOf, statusOf } from '../helpers/pages.ts'

/** Questions that one unit alone is asked about what its teams did. */
const running: TestApp[] = []
afterEach(() => Promise.all(running.splice(0).map((safe) => safe.stop())))

async function roundAboutActions() {
  const company = await companyWithRetros()
  running.push(company.safe)
  const { fay, ids, safe, dana } = company
  await decideAndDo(fay, ids, { text: 'Review in pairs' })
  await decideAndDo(fay, ids, { text: 'Smaller changes' })
  await decideAndDo(fay, ids, { text: 'Meet less', team: 'Eng / Ledger', owner: 'Fay' })
  const id = await openRound(safe, dana)
  const own = async (address: string): Promise<string[]> =>
    (await invitationOf(safe, address)).ownQuestions.map((question: { id: string }) => question.id)
  const [payments, ledger] = [await own('payments3@acme.example'), await own('ledger1@acme.example')]
  return { ...company, id, payments: payments as [string, string], ledger: ledger as [string] }
}

const nth = (address: string) => {
  const [, team, n] = /^([a-z]+?)(\d*)@/.exec(address)!
  return { team: team!, n: Number(n || 2) }
}
const said = (answers: Plaintext['answers']): Plaintext => ({ answers, attributes: {}, remarks: [] })

test('answers to the questions of another unit are discarded', async () => {
  const { safe, dana, id, payments, ledger } = await roundAboutActions()
  const everything = Object.fromEntries([...payments, ...ledger].map((question) => [question, 3]))
  await everybodyAnswers(safe, () => said(everything))
  await dana.postJson(`/rounds/${id}/closure`, {})
  const { read } = safe.context.store
  const counted = (await read.select().from(codes)).filter(({ question }) => question.startsWith('action-'))
  const people = Object.fromEntries(
    counted.map(({ question, code }) => [question, code.shown === 'none' ? 0 : code.n]),
  )
  expect(people).toEqual({ [payments[0]]: 8, [payments[1]]: 8, [ledger[0]]: 7 })
  expect((await read.select().from(sums)).filter(({ question }) => question.startsWith('action-'))).toEqual(
    [],
  )
})

test('where its unit was pooled at the close, a question of its own is shown nobody, by no page and no export', async () => {
  const { safe, dana, fay, id, ids, payments, ledger } = await roundAboutActions()
  // Of Ledger and Risk four answer: too few, so their class takes in Payments.
  await everybodyAnswers(safe, (address) => {
    const { team, n } = nth(address)
    if (team === 'risk' || (team === 'ledger' && n > 4)) return null
    return said(Object.fromEntries([...payments, ...ledger].map((question) => [question, 1 + (n % 3)])))
  })
  await dana.postJson(`/rounds/${id}/closure`, {})
  const stored = await safe.context.store.read.select().from(codes)
  expect(stored.filter(({ question }) => question.startsWith('action-'))).toEqual([])
  for (const team of ['Eng / Payments', 'Eng / Ledger']) {
    const page = (await fay.get(`/rounds/${id}/results/${ids.get(team)}`)).body
    const [, part] = page.split('You said, we did')
    const shown = part!.split('<h2>')[0]!
    expect([...shown.matchAll(/<h3>/g)].length).toBe(
      [...shown.matchAll(/not shown, to protect anonymity/g)].length,
    )
    expect(shown).not.toMatch(/\d %|[Oo]f \d+ people/)
    expect((await fay.get(`/teams/${ids.get(team)}/actions`)).body).toContain(
      'not shown, to protect anonymity',
    )
  }
  expect((await fay.get(`/rounds/${id}/cells.csv`)).body).not.toContain('action-')
})

test('what people are told and asked does not move while the round is open, whatever becomes of the actions', async () => {
  const { safe, fay, ids } = await roundAboutActions()
  const open = await decide(fay, ids, { text: 'Too late' })
  const before = await invitationOf(safe, 'payments3@acme.example')
  await fay.postJson(`/actions/${open}/completion`, {})
  await decideAndDo(fay, ids, { text: 'Later still' })
  const listed = (
    await fay.get(`/teams/${ids.get('Eng / Payments')}/actions`, { accept: 'application/json' })
  ).json()
  for (const { id } of listed.actions) await fay.postJson(`/actions/${id}/reopening`, {})
  const [person] = (await respondents(safe, ['payments5@acme.example'])).values()
  await person!.answer(said({}))
  await safe.minute()
  expect(await invitationOf(safe, 'payments3@acme.example')).toEqual(before)
  expect(before.actions.map(({ text }: { text: string }) => text)).not.toContain('Too late')
})

test('no page about actions moves while somebody answers', async () => {
  const { safe, id, ids, payments } = await roundAboutActions()
  const sessions = await sessionsOf(safe, { facilitator, member: 'payments1@acme.example' })
  const parameters = { rounds: [id], teams: [...ids.values()] }
  const seen = async () => {
    const all = new Map<string, string>()
    for (const [who, session] of Object.entries(sessions))
      for (const [url, page] of await everyPage(safe, session, parameters, /actions/))
        all.set(`${who}: ${url}`, page)
    return all
  }
  const before = await seen()
  expect([...before.values()].filter((page) => statusOf(page) === 200).length).toBeGreaterThan(5)
  const [person] = (await respondents(safe, ['payments2@acme.example'])).values()
  await person!.answer(said({ [payments[0]]: 3 }))
  expect(differing(before, await seen())).toEqual([])
})

test('nothing joins the owner of an action to a ballot', async () => {
  const { safe, id, payments } = await roundAboutActions()
  await everybodyAnswers(safe, () => said({ [payments[0]]: 3 }))
  const { rows, close } = await raw(safe.context.config)
  const values = async (query: string) => (await rows(query)).flatMap((row) => Object.values(row)).map(String)
  const ballots = new Set(await values('select * from ballots'))
  const known = [...(await values('select * from actions')), ...(await values('select * from team_notes'))]
  expect(known.filter((value) => ballots.has(value)).filter((value) => value !== id)).toEqual([])
  expect(ballots.size).toBeGreaterThan(20)
  await close()
})

/** Of what was done, all but one say that it helped, or all; where opinions differ, other people hold them. */
const one = (n: number, [first, second]: [string, string]) => ({
  [first]: 3,
  [second]: n <= 3 ? 1 : n <= 5 ? 2 : 3,
})
const another = (n: number, [first, second]: [string, string]) => ({
  [first]: n === 4 ? 1 : 3,
  [second]: n > 5 ? 1 : n > 3 ? 2 : 3,
})

test('two organisations that differ only inside the code of an own question are the same to everybody, to the byte', async () => {
  const { safe: original, id, ids, payments, ledger } = await roundAboutActions()
  const sessions = await sessionsOf(original, {
    member: 'payments1@acme.example',
    pooled: 'risk1@acme.example',
    manager: 'max@acme.example',
    facilitator,
  })
  const everybody = await original.context.store.read.select({ id: people.id }).from(people)
  const parameters = {
    rounds: [id],
    results: [...ids.values()],
    teams: [...ids.values()],
    people: [everybody[0]!.id],
  }
  running.splice(0)
  await original.close()
  const random = seeded('twins of own questions')
  const twins: TestApp[] = []
  for (const answer of [one, another]) {
    const safe = await startOn(await copyOf(original.context.config), original)
    running.push(safe)
    twins.push(safe)
    for (const address of shuffled([...tokensByAddress(safe).keys()], random)) {
      const { team, n } = nth(address)
      const answers = {
        ...(team === 'payments' ? answer(n, payments) : {}),
        // Four of seven: fewer than the threshold, whoever they are.
        ...(team === 'ledger' ? { [ledger[0]]: answer === one ? 1 : 3 } : {}),
      }
      await (await respondents(safe, [address])).get(address)!.answer(said(answers))
    }
    safe.clock.advance(9 * 24 * 60 * 60 * 1000)
    await safe.minute()
  }
  for (const [who, session] of Object.entries(sessions)) {
    const [pages, others] = [
      await everyPage(twins[0]!, session, parameters),
      await everyPage(twins[1]!, session, parameters),
    ]
    const differ = differing(pages, others).filter((url) => !url.includes('receipts.json'))
    expect([who, differ]).toEqual([who, []])
    const told = [...pages].filter(
      ([url, page]) => /results\/|teams\//.test(url) && page.includes('Review in pairs'),
    )
    expect([who, told.length > 0]).toEqual([who, ['member', 'manager', 'facilitator'].includes(who)])
  }
  const shown = await twins[0]!.context.store.read.select().from(codes)
  const kinds = shown.filter(({ question }) => question.startsWith('action-')).map(({ code }) => code.shown)
  expect(kinds.sort()).toEqual(['exact', 'none', 'range'])
  expect(twins[0]!.letters).toEqual(twins[1]!.letters)
})
