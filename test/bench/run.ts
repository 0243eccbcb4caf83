import pg from 'pg'
import { freePort, postgresBinaries, startPostgres } from '../helpers/postgres.ts'
import { benchAnswering } from './answering.ts'
import { benchBoard } from './board.ts'
import { benchDoors } from './doors.ts'
import { figures } from './figures.ts'
import { benchInsights } from './insights.ts'
import { benchScale } from './scale.ts'

/** `npm run bench -- board` measures one of them alone. */
const parts = {
  answering: benchAnswering,
  insights: benchInsights,
  scale: benchScale,
  board: benchBoard,
  figures,
  doors: benchDoors,
}
const chosen = Object.entries(parts).filter(([name]) => (process.argv[2] ?? name) === name)

for (const [, part] of chosen) await part('SQLite', undefined)

const binaries = postgresBinaries()
if (binaries) {
  const origin = `postgres://postgres@127.0.0.1:${await freePort()}`
  const cluster = await startPostgres(binaries, Number(new URL(origin).port), { durable: true })
  for (const [name, part] of chosen) await part('PostgreSQL', await emptyDatabase(origin, name))
  await cluster.stop()
}
process.exit(0)

async function emptyDatabase(origin: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: `${origin}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${origin}/${name}`
}
