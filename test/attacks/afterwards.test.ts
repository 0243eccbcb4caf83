import { createPrivateKey, randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { tokensByAddress } from '../helpers/answering.ts'
import {
  closeRound,
  everythingKept,
  filesOfPostgres,
  filesUnder,
  nothingOf,
  openCompany,
  openRound,
  raw,
  respondents,
  type Opened,
} from '../helpers/attacks.ts'

/** Stands in the ballots alone: what is no question of the round is answered all the same, and not counted. */
const run = randomBytes(8).toString('hex')
const answer = `SENTINEL-ANSWER-${run}`
const attribute = `SENTINEL-ATTRIBUTE-${run}`
const remark = `SENTINEL-REMARK-${run}`
const unpublished = `SENTINEL-UNASKED-${run}`
const plaintext = {
  answers: { 'ai-helped': 5, 'ai-trust': 2, [answer]: 3 },
  attributes: { experience: attribute },
  remarks: [
    { question: 'when-hurt', text: remark, audience: 'team' as const },
    { question: unpublished, text: unpublished, audience: 'organisation' as const },
  ],
}

let company: Opened
afterEach(() => company.safe.stop())

test('after the close no file knows an answer, an invitation, a ticket or a key, and another open round changes nothing', async () => {
  // Enough people that their rows fill many pages, beside those of a round that stays open.
  company = await openCompany({ 'Eng / Payments': 30, 'Eng / Ledger': 31 })
  const { safe, dana, id } = company
  const { config, keys, store } = safe.context
  const tokens = [...tokensByAddress(safe).values()]
  const people = await respondents(safe)
  for (const person of people.values()) await person.answer(plaintext)
  const stays = await openRound(safe, dana)
  const { rows, close } = await raw(config)
  const invitations = await rows(
    `select invitation_id, token_hash, blinded_message from invitations where round_id = '${id}'`,
  )
  const ballots = await rows(`select sealed from ballots where round_id = '${id}'`)
  await close()
  expect([invitations.length, ballots.length]).toEqual([61, 61])
  const pems = await Promise.all(
    (await keys.list(`rounds/${id}`)).map(async (name) => (await keys.read(`rounds/${id}/${name}`))!),
  )
  const before = Buffer.concat((await everythingKept(safe)).map(({ bytes }) => bytes))
  for (const row of invitations)
    expect(Object.values(row).every((one) => before.includes(String(one)))).toBe(true)
  await closeRound(dana, id)
  await safe.minute()

  const secrets: (string | Buffer)[] = [
    answer,
    attribute,
    unpublished,
    '"answers":{',
    '"ai-trust":2',
    ...tokens,
  ]
  secrets.push(...invitations.flatMap((row) => Object.values(row).map(String)))
  for (const { sealed } of ballots)
    secrets.push(...[230, 4000, 9000].map((at) => String(sealed).slice(at, at + 60)))
  for (const person of people.values()) secrets.push(person.signature!.toString('base64url').slice(0, 60))
  const data = await everythingKept(safe)
  nothingOf(secrets, data)
  if (process.env['DATABASE_URL'])
    nothingOf(
      [answer, attribute, unpublished, '"answers":{', ...tokens.slice(0, 3)],
      await filesOfPostgres(safe),
    )

  const left = filesUnder(config.KEY_DIR)
  expect(left.filter(({ name }) => name.includes(id))).toEqual([])
  const privates = pems.flatMap((pem) =>
    pem.includes('PRIVATE') ? [...derOf(pem), pem.toString().split('\n')[2]!] : [pem],
  )
  nothingOf([...secrets, ...privates], [...data, ...left])
  const letters = data.filter(({ name }) => name.endsWith('.eml')).map(({ name }) => name)
  expect(letters.filter((name) => name.includes(id))).toEqual([])
  // The other round's are there: nothing was found because nothing is left, not because nothing was looked at.
  expect(letters.filter((name) => name.includes(stays))).toHaveLength(61)
  expect(await keys.list(`rounds/${stays}`)).toHaveLength(4)
  const published = data.filter(({ bytes }) => bytes.includes(remark))
  expect(published.length).toBeGreaterThan(0)
  await store.tidy()
})

/** The secret numbers of a private key. */
function derOf(pem: Buffer): Buffer[] {
  const jwk = createPrivateKey(pem).export({ format: 'jwk' })
  return [jwk.d!, jwk.p ?? jwk.d!].map((number) => Buffer.from(number, 'base64url').subarray(0, 32))
}
