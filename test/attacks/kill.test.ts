import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { fetchTransport, Respondent } from '#server/sample/respondent.ts'
import { inProcess, tokensByAddress } from '../helpers/answering.ts'
import { administrator } from '../helpers/app.ts'
import {
  closeRound,
  copyOf,
  filesUnder,
  openCompany,
  publishedOf,
  rated,
  raw,
  seeded,
  startOn,
  type Where,
} from '../helpers/attacks.ts'
import { freePort } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'

const onSqlite = process.env['DATABASE_URL'] === undefined
const day = 24 * 60 * 60 * 1000
const kills = 2
afterEach(killChildren)

const plaintext = (n: number) =>
  rated(1 + (n % 5), [{ question: 'when-hurt', text: `Remark ${n}`, audience: 'team' }])

/** A real server in a process of its own. */
async function serve({ DATA_DIR, KEY_DIR }: Where) {
  const port = String(await freePort())
  const child = new Child('main', {
    DATA_DIR,
    KEY_DIR,
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
  })
  await child.prints('Safe to Say is at')
  return { child, origin: `http://127.0.0.1:${port}` }
}

test.runIf(onSqlite)(
  'a server killed at random moments of the close ends in the same results, with every ballot it took',
  { timeout: 180_000 },
  async () => {
    const random = seeded('kill -9')
    const closesAt = new Date(Math.max(Date.now(), Date.parse('2026-12-01')) + 30 * day).toISOString()
    const { safe, id } = await openCompany({ Payments: 9, Ledger: 9 }, [], { closesAt })
    safe.clock.advance(Date.now() - safe.clock.now().getTime())
    const signedIn = await safe.signIn(administrator)
    const tokens = [...tokensByAddress(safe).values()]
    await safe.close()

    const twin = await startOn(await copyOf(safe.context.config), safe)
    for (const [n, token] of tokens.entries())
      await (await Respondent.open(inProcess(twin), token)).answer(plaintext(n))
    await closeRound(await twin.signIn(administrator), id)
    const undisturbed = await publishedOf(twin.context.config, id)
    await twin.stop()
    expect(undisturbed.codes.length).toBeGreaterThan(10)

    const where = await copyOf(safe.context.config)
    const state = async () => {
      const { rows, close } = await raw(where)
      const [round] = await rows(`select state from rounds where id = '${id}'`)
      await close()
      return String(round!['state'])
    }
    const found: string[] = []
    let server = await serve(where)
    const receipts: string[] = []
    for (const [n, token] of tokens.entries())
      receipts.push(await (await Respondent.open(fetchTransport(server.origin), token)).answer(plaintext(n)))
    for (let kill = 0; kill <= kills; kill++) {
      if (kill > 0) server = await serve(where)
      found.push(await state())
      if (found.at(-1) === 'open') void askToClose(server.origin, signedIn.cookie('session')!).catch(() => {})
      if (kill === kills) break
      await pause(random() * 700)
      server.child.signal('SIGKILL')
      await server.child.ended
    }
    console.info(`found after each start: ${found.join(', ')}`)
    await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('closed')
    server.child.signal('SIGTERM')
    await server.child.ended

    expect({ ...(await publishedOf(where, id)), receipts: [] }).toEqual({ ...undisturbed, receipts: [] })
    expect((await publishedOf(where, id)).receipts).toEqual(
      receipts.map((receipt) => JSON.stringify({ round_id: id, receipt })).sort(),
    )
    const left = [where.DATA_DIR, where.KEY_DIR].flatMap(filesUnder).map(({ name }) => name)
    expect(left.filter((name) => name.includes(id))).toEqual([])

    function askToClose(origin: string, cookie: string) {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        origin,
        cookie: `session=${cookie}`,
      }
      return fetch(`${origin}/rounds/${id}/closure`, { method: 'POST', headers, body: '{}' })
    }
  },
)
