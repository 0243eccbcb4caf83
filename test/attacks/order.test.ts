import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { importPKCS8 } from 'jose'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { openBallot } from '#server/publishing/plaintext.ts'
import { sealKey } from '#server/rounds/round-keys.ts'
import type { Respondent } from '#server/sample/respondent.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import {
  closeRound,
  databaseFile,
  filesUnder,
  openCompany,
  rated,
  raw,
  respondents,
  seeded,
  shuffled,
} from '../helpers/attacks.ts'
import type { TestApp } from '../helpers/app.ts'
import { everythingStored } from '../helpers/stored.ts'
import { temporaryDirectory } from '../helpers/store.ts'

const postgres = process.env['DATABASE_URL'] !== undefined
const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 8, Support: 8 }
const rating = (address: string) => 1 + ((address.length + Number(address.match(/\d+/)![0])) % 5)
const remark = (address: string) => ({
  question: 'when-hurt',
  text: `Said by ${address}.`,
  audience: 'team' as const,
})

let running: TestApp[] = []
afterEach(() => Promise.all(running.splice(0).map((safe) => safe.stop())))
const opened = async () => {
  const company = await openCompany(teams)
  running.push(company.safe)
  return company
}

/** Everybody opens the page in this order, then takes a ticket and sends the ballot, one after the other. */
async function answerInOrder(safe: TestApp, order: string[]): Promise<Map<string, Respondent>> {
  const people = await respondents(safe, order)
  for (const [address, person] of people) await person.answer(rated(rating(address), [remark(address)]))
  return people
}

/** Spearman's: 1 or -1 when one order tells the other, near 0 at chance. */
function correlation(ranking: string[], order: string[]): number {
  const n = order.length
  const squares = ranking.map((one, at) => (at - order.indexOf(one)) ** 2)
  return 1 - (6 * squares.reduce((sum, square) => sum + square, 0)) / (n * (n * n - 1))
}

/** At chance. Of 24 people, fewer than one shuffle in a million is further off. */
const atChance = (ranking: string[], order: string[]) => {
  expect([...ranking].sort()).toEqual([...order].sort())
  return Math.abs(correlation(ranking, order)) < 0.85
}

const hidden = postgres ? ['ctid', 'xmin::text::bigint', 'cmin::text::bigint', 'tableoid'] : ['rowid']

test('during the round no stored value ranks ballots as people came', async () => {
  const { safe } = await opened()
  const order = shuffled(tokensByAddress(safe).keys(), seeded('order'))
  const people = await respondents(safe, order)
  const unread = await everythingStored(safe.context.store)
  for (const token of order.map((address) => tokensByAddress(safe).get(address)!))
    await safe.visitor().postJson('/answering/invitation', { token })
  // Opening the page leaves nothing to rank by.
  expect(await everythingStored(safe.context.store)).toBe(unread)
  for (const [address, person] of people) await person.answer(rated(rating(address)))
  const castBy = new Map(Array.from(people, ([address, person]) => [person.receipt, address]))
  const { rows, close } = await raw(safe.context.config)
  const [first] = await rows('select * from ballots limit 1')
  for (const column of Object.keys(first!)) {
    const values = await rows(`select receipt, ${column} as value from ballots order by receipt`)
    // Many rows with one value are ranked by the receipt within it, which is random.
    const ranked = values
      .sort((a, b) => (String(a['value']) < String(b['value']) ? -1 : 1))
      .map((row) => castBy.get(String(row['receipt']))!)
    expect([column, atChance(ranked, order)]).toEqual([column, true])
  }
  const tickets = await rows('select * from invitations order by person_id')
  for (const column of Object.keys(tickets[0]!)) {
    const ranked = tickets
      .toSorted((a, b) => (String(a[column]) < String(b[column]) ? -1 : 1))
      .map((row) => String(row['email']))
    if (column !== 'email' && column !== 'name')
      expect([column, atChance(ranked, order)]).toEqual([column, true])
  }
  await close()
})

test('whoever replays the log and links people to ballots still reads no answer without the keys', async () => {
  const { safe, id } = await opened()
  const order = shuffled(tokensByAddress(safe).keys(), seeded('replay'))
  await safe.context.store.tidy()
  const people = await answerInOrder(safe, order)
  // What the page states as a limit: hidden transaction ids, or the log, tell who cast which ballot.
  const linked = postgres ? await linkByTransaction(safe) : linkByReplay(safe)
  expect(linked).toEqual(order.map((address) => [address, people.get(address)!.receipt]))

  // Linked, and worth nothing: everything that would open them lies in the key directory alone.
  const { config, keys } = safe.context
  const data = [
    ...filesUnder(config.DATA_DIR),
    { name: 'tables', bytes: Buffer.from(await everythingStored(safe.context.store)) },
  ]
  const secret = (await sealKey(keys, id))!.export({ format: 'jwk' }).d!
  const key = (await keys.read(`rounds/${id}/seal.pem`))!.toString()
  for (const { name, bytes } of data)
    for (const open of [
      secret,
      Buffer.from(secret, 'base64url'),
      key.split('\n')[1]!,
      'PRIVATE KEY',
      'Said by',
      '"answers":{',
    ])
      expect([name, bytes.includes(open)]).toEqual([name, false])
  const { rows, close } = await raw(config)
  const ballots = await rows('select receipt, unit_id, sealed from ballots')
  expect(new Set(ballots.map(({ sealed }) => String(sealed).length)).size).toBe(1)
  // With the keys they do open: it is the keys that protect, and they are destroyed at the close.
  const one = ballots.find(({ receipt }) => receipt === linked[0]![1])!
  const pem = (await sealKey(keys, id))!.export({ type: 'pkcs8', format: 'pem' }).toString()
  const opening = await importPKCS8(pem, 'ECDH-ES')
  const read = await openBallot(opening, String(one['unit_id']), String(one['sealed']))
  expect(read!.remarks[0]!.text).toBe(`Said by ${order[0]}.`)
  await close()
})

test('after the close nothing is left to rank beside people, in any column or hidden one', async () => {
  const { safe, dana, id } = await opened()
  const order = shuffled(tokensByAddress(safe).keys(), seeded('after the close'))
  const people = await answerInOrder(safe, order)
  await closeRound(dana, id)
  await safe.minute()
  const { rows, close } = await raw(safe.context.config)
  const leaving = postgres ? ['', 'vacuum (freeze)', 'vacuum (full, freeze)'] : ['']
  for (const statement of leaving) {
    if (statement) await query(safe, statement)
    for (const table of ['ballots', 'invitations', 'outbox'])
      expect(await rows(`select * from ${table}`)).toEqual([])
    const castBy = new Map(Array.from(people, ([address, person]) => [person.receipt, address]))
    for (const column of ['receipt', ...hidden]) {
      const ranked = (await rows(`select receipt from receipts order by ${column}, receipt`)).map(
        ({ receipt }) => String(receipt),
      )
      expect(ranked).toEqual([...castBy.keys()].sort())
    }
    for (const column of ['id', 'text', 'class_id', ...hidden]) {
      const said = await rows(`select text from remarks order by ${column}, id`)
      const ranked = said.map(({ text }) => /by (.*)\./.exec(String(text))![1]!)
      if (column !== 'text')
        expect([statement, column, atChance(ranked, order)]).toEqual([statement, column, true])
    }
    if (postgres)
      for (const table of ['classes', 'codes', 'sums', 'receipts', 'remarks'])
        expect([table, await rows(`select distinct xmin::text from ${table}`)]).toEqual([
          table,
          [expect.anything()],
        ])
  }
  await close()
  if (postgres) return
  expect(statSync(`${databaseFile(safe.context.config)}-wal`).size).toBe(0)
})

async function query(safe: TestApp, statement: string) {
  const client = new pg.Client({ connectionString: safe.context.config.DATABASE_URL })
  await client.connect()
  const result = await client.query(statement)
  await client.end()
  return result.rows as Record<string, unknown>[]
}

/** PostgreSQL: tickets and ballots by the number of the transaction that wrote them. */
async function linkByTransaction(safe: TestApp): Promise<[string, string][]> {
  const tickets = await query(
    safe,
    'select email from invitations where ticket_issued order by xmin::text::bigint',
  )
  const ballots = await query(safe, 'select receipt from ballots order by xmin::text::bigint')
  return tickets.map(({ email }, at) => [String(email), String(ballots[at]!['receipt'])])
}

/** SQLite: every commit the log still holds, replayed one by one on a copy. */
function linkByReplay(safe: TestApp): [string, string][] {
  const file = databaseFile(safe.context.config)
  const copy = join(temporaryDirectory(), 'copy.db')
  const log = readFileSync(`${file}-wal`)
  const pageSize = log.readUInt32BE(8)
  const tickets = new Set<string>()
  const ballots = new Set<string>()
  for (let frame = 32; frame < log.length; frame += 24 + pageSize) {
    if (log.readUInt32BE(frame + 4) === 0) continue
    copyFileSync(file, copy)
    writeFileSync(`${copy}-wal`, log.subarray(0, frame + 24 + pageSize))
    const then = new Database(copy)
    for (const email of then.prepare('select email from invitations where ticket_issued').pluck().all())
      tickets.add(String(email))
    for (const receipt of then.prepare('select receipt from ballots').pluck().all())
      ballots.add(String(receipt))
    then.close()
  }
  const inOrder = [...ballots]
  return Array.from(tickets, (email, at) => [email, inOrder[at]!])
}
