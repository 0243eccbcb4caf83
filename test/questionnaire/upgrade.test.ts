import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

const statementsOf = (dialect: string): string[][] =>
  readdirSync(`migrations/${dialect}`)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(`migrations/${dialect}/${name}`, 'utf8').split('--> statement-breakpoint'))

const dropsFlag = (statement: string) => /DROP COLUMN .quarterly./.test(statement)

test('on both databases what was quarterly is carried over before the flag goes', () => {
  for (const dialect of ['sqlite', 'postgres']) {
    const all = statementsOf(dialect).flat()
    const carried = all.findIndex((statement) =>
      /UPDATE .questions. SET .place. = 'quarterly'/.test(statement),
    )
    expect([dialect, carried >= 0 && carried < all.findIndex(dropsFlag)]).toEqual([dialect, true])
  }
})

test('an installation from before keeps what it asked: monthly in the core, quarterly in its quarter', () => {
  const database = new Database(':memory:')
  const migrations = statementsOf('sqlite')
  const step = migrations.findIndex((statements) => statements.some(dropsFlag))
  for (const statement of migrations.slice(0, step).flat()) database.exec(statement)
  const insert = database.prepare(
    'insert into questions (id, position, retired, quarterly, version) values (?, ?, ?, ?, 1)',
  )
  insert.run('stress', 0, 0, 0)
  insert.run('safety-help', 1, 0, 1)
  insert.run('given-up', 2, 1, 1)
  for (const statement of migrations.slice(step).flat()) database.exec(statement)
  expect(database.prepare('select id, place, turn, retired from questions order by position').all()).toEqual([
    { id: 'stress', place: 'core', turn: null, retired: 0 },
    { id: 'safety-help', place: 'quarterly', turn: null, retired: 0 },
    { id: 'given-up', place: 'quarterly', turn: null, retired: 1 },
  ])
  database.close()
})
