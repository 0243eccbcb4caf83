import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Plaintext } from '#server/sample/respondent.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import {
  everythingKept,
  filesOfPostgres,
  nothingOf,
  openCompany,
  raw,
  respondents,
  type Opened,
} from '../helpers/attacks.ts'
import type { TestApp } from '../helpers/app.ts'
import { temporaryDirectory } from '../helpers/store.ts'

/** Words that stand in the ballots alone. What is no question of the round is answered all the same, and not counted. */
const run = randomBytes(8).toString('hex')
const answer = `SENTINEL-ANSWER-${run}`
const attribute = `SENTINEL-ATTRIBUTE-${run}`
const remark = `SENTINEL-REMARK-${run}`
const unpublished = `SENTINEL-UNASKED-${run}`
const plaintext: Plaintext = {
  answers: { 'ai-helped': 5, 'ai-trust': 2, [answer]: 3 },
  attributes: { experience: attribute },
  remarks: [
    { question: 'when-hurt', text: remark, audience: 'team' },
    { question: unpublished, text: unpublished, audience: 'organisation' },
  ],
}

let company: Opened
afterEach(() => company.safe.stop())

async function everybody(safe: TestApp) {
  const people = await respondents(safe)
  for (const person of people.values()) await person.answer(plaintext)
  return people
}

const mailed = (name: string) => name.endsWith('.eml')

test('during the round no answer, remark or token rests anywhere but in the letters', async () => {
  company = await openCompany({ Payments: 9 })
  const { safe } = company
  const tokens = [...tokensByAddress(safe).values()]
  await everybody(safe)
  const backup = temporaryDirectory()
  if (!process.env['DATABASE_URL']) await safe.context.store.backup(join(backup, 'backup.db'))
  const all = await everythingKept(safe, [backup])
  const files = all.filter(({ name }) => !mailed(name))
  const secrets = [answer, attribute, remark, unpublished, '"answers":{', '"ai-trust":2']
  nothingOf([...secrets, ...tokens, ...tokens.map((token) => Buffer.from(token, 'base64url'))], files)
  if (process.env['DATABASE_URL']) nothingOf([...secrets, ...tokens.slice(0, 3)], await filesOfPostgres(safe))
  else expect(files.map(({ name }) => name).filter((name) => /\.db(-wal|-shm)?$/.test(name))).toHaveLength(4)
  // The letters are where the tokens are: the search would find them.
  expect(
    all
      .filter(({ bytes }) => bytes.toString().replaceAll('=\n', '').includes(tokens[0]!))
      .map(({ name }) => mailed(name)),
  ).toEqual([true])
})

test('nobody can join invitations to ballots: they share nothing but round and unit', async () => {
  company = await openCompany({ Payments: 9, Ledger: 8 })
  const { safe, id } = company
  await everybody(safe)
  const { rows, close } = await raw(safe.context.config)
  const values = async (table: string) =>
    (await rows(`select * from ${table}`)).flatMap((row) => Object.values(row))
  const ballots = (await values('ballots')).map(String)
  const invitations = new Set(
    (await values('invitations')).flatMap((value) => [String(value), ...hashes(String(value))]),
  )
  const units = (await rows('select id from round_units')).map((unit) => String(unit['id']))
  const shared = ballots
    .flatMap((value) => [value, ...hashes(value)])
    .filter((value) => invitations.has(value))
  expect(new Set(shared.filter((value) => value.length < 30))).toEqual(new Set([id, ...units]))
  expect(new Set(shared.filter((value) => value.length >= 30))).toEqual(
    new Set([id, ...units].flatMap(hashes)),
  )
  await close()
})

/** What a value might be stored as, hashed. */
const hashes = (value: string) =>
  [value, Buffer.from(value, 'base64url')].flatMap((one) => {
    const digest = createHash('sha256').update(one).digest()
    return [digest.toString('hex'), digest.toString('base64url')]
  })

test('no row of a ticket, ballot, code, receipt or remark has a time, a sequence or a person beside a ballot', async () => {
  company = await openCompany({ Payments: 9 })
  const { rows, close } = await raw(company.safe.context.config)
  const columns = async (table: string): Promise<Record<string, unknown>[]> =>
    process.env['DATABASE_URL']
      ? rows(
          `select column_name as name, data_type as type, column_default as default from information_schema.columns where table_name = '${table}'`,
        )
      : (await rows(`pragma table_info(${table})`)).map(({ name, type, dflt_value }) => ({
          name,
          type,
          default: dflt_value,
        }))
  const expected = {
    invitations:
      'blinded_message email generation invitation_id name person_id round_id ticket_issued token_hash unit_id',
    ballots: 'receipt round_id sealed unit_id',
    receipts: 'receipt round_id',
    remarks: 'class_id id question round_id text',
    codes: 'class_id code question round_id',
    sums: 'question round_id sum team_id',
    classes: 'ballots cut id invited members name path round_id teams',
  }
  for (const [table, names] of Object.entries(expected)) {
    const found = await columns(table)
    expect([
      table,
      found
        .map(({ name }) => name)
        .sort()
        .join(' '),
    ]).toEqual([table, names])
    const counted = ['generation', 'ticket_issued', 'ballots', 'invited']
    for (const { name, type, default: filled } of found) {
      if (!counted.includes(String(name)))
        expect([table, name, String(type).toLowerCase()]).toEqual([
          table,
          name,
          expect.stringMatching(/^(text|jsonb)$/),
        ])
      expect([table, name, filled]).toEqual([table, name, null])
    }
  }
  await close()
})
