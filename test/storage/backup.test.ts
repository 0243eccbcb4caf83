import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '#server/storage/identifier.ts'
import { openStore, type Store } from '#server/storage/index.ts'
import { teamAliases, teams } from '#server/storage/schema/people.ts'
import { raw } from '../helpers/attacks.ts'
import { roster, TestApp } from '../helpers/app.ts'
import { postgresBinaries } from '../helpers/postgres.ts'
import { newDatabase, temporaryDirectory, type Where } from '../helpers/store.ts'
import { everythingStored } from '../helpers/stored.ts'

const run = promisify(execFile)
const server = process.env['DATABASE_URL']
const binaries = postgresBinaries()
const hasTools = !server || (binaries !== null && existsSync(join(binaries, 'pg_dump')))
if (!hasTools && process.env['CI']) throw new Error('pg_dump is missing, and nothing is skipped in CI')
const withTools = hasTools ? test : () => {}

/** As docs/backup.md says, into a place of its own: a copy of the file, or pg_dump and pg_restore. */
async function restored(safe: TestApp): Promise<Where> {
  const DATA_DIR = temporaryDirectory()
  if (!server) {
    await safe.context.store.backup(join(DATA_DIR, 'safe-to-say.db'))
    return { DATA_DIR }
  }
  const file = join(DATA_DIR, 'dump')
  const to = await newDatabase(null)
  await run(join(binaries!, 'pg_dump'), ['-Fc', '-f', file, '-d', safe.context.config.DATABASE_URL!])
  await run(join(binaries!, 'pg_restore'), ['--no-owner', '-d', to, file])
  return { DATA_DIR, DATABASE_URL: to }
}

/** Two rows in two tables, one transaction after another; those that were acknowledged, in order. */
function writing(store: Store) {
  const acknowledged: string[] = []
  let isOver = false
  const one = async () => {
    while (!isOver) {
      const id = newId()
      await store.write(async (tx) => {
        await tx.insert(teams).values({ id, name: id, parentId: null })
        await tx.insert(teamAliases).values({ path: id, teamId: id })
      })
      acknowledged.push(id)
    }
  }
  const all = Promise.all(Array.from({ length: 4 }, one))
  return {
    acknowledged,
    async stop() {
      isOver = true
      await all
    },
  }
}

withTools(
  'a backup made while many write, restored, holds all that was acknowledged before it, and nothing by halves',
  async () => {
    const safe = await TestApp.start()
    await safe.importRoster(await safe.setUp(), roster({ Payments: 8 }))
    const writers = writing(safe.context.store)
    const copies: { where: Where; before: string[] }[] = []
    while (copies.length < (server ? 1 : 3)) {
      while (writers.acknowledged.length < (copies.length + 1) * 40) await new Promise(setImmediate)
      const before = [...writers.acknowledged]
      copies.push({ where: await restored(safe), before })
    }
    await writers.stop()
    for (const { where, before } of copies) {
      const copy = await openStore(where)
      const kept = (await copy.read.select().from(teams).orderBy(asc(teams.id))).map(({ id }) => id)
      const other = (await copy.read.select().from(teamAliases)).map(({ teamId }) => teamId)
      expect(before.filter((id) => !kept.includes(id))).toEqual([])
      expect(kept.filter((id) => !writers.acknowledged.includes(id) && !other.includes(id))).toHaveLength(1)
      expect(other.filter((id) => !kept.includes(id))).toEqual([])
      await copy.close()
      if (!server) expect(await soundness(where)).toEqual([{ integrity_check: 'ok' }])
    }
    await safe.stop()
  },
)

async function soundness(where: Where) {
  const { rows, close } = await raw({ ...where, KEY_DIR: '' })
  const found = await rows('pragma integrity_check')
  await close()
  return found
}

withTools('a backup of a quiet installation, restored, is the same to the last row', async () => {
  const safe = await TestApp.start()
  const dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  const copy = await openStore(await restored(safe))
  expect(await everythingStored(copy)).toBe(await everythingStored(safe.context.store))
  await copy.close()
  await safe.stop()
})
