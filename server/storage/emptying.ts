import { is, Table } from 'drizzle-orm'
import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { dialect } from './columns.ts'
import * as access from './schema/access.ts'
import * as actions from './schema/actions.ts'
import * as annotations from './schema/annotations.ts'
import * as audit from './schema/audit.ts'
import * as ballots from './schema/ballots.ts'
import * as boards from './schema/boards.ts'
import * as calendar from './schema/calendar.ts'
import * as chat from './schema/chat.ts'
import * as connectors from './schema/connectors.ts'
import * as issues from './schema/issues.ts'
import * as figureImports from './schema/figure-imports.ts'
import * as figures from './schema/figures.ts'
import * as insights from './schema/insights.ts'
import * as learnt from './schema/learnt.ts'
import * as people from './schema/people.ts'
import * as post from './schema/post.ts'
import * as publishing from './schema/publishing.ts'
import * as questions from './schema/questions.ts'
import * as rosterImports from './schema/roster-imports.ts'
import * as rosterUndo from './schema/roster-undo.ts'
import * as rounds from './schema/rounds.ts'
import * as settings from './schema/settings.ts'
import type { Writes } from './store.ts'

const schemas: object[] = [
  access,
  actions,
  annotations,
  audit,
  ballots,
  boards,
  calendar,
  chat,
  connectors,
  issues,
  figureImports,
  figures,
  insights,
  learnt,
  people,
  post,
  publishing,
  questions,
  rosterImports,
  rosterUndo,
  rounds,
  settings,
]

/** Deletes every row there is. */
export async function emptyEveryTable(tx: Writes): Promise<void> {
  for (const table of tablesInOrder()) await tx.delete(table)
}

/** Each before those it refers to. */
function tablesInOrder(): SQLiteTable[] {
  const waiting = new Set(schemas.flatMap((schema) => Object.values(schema) as unknown[]).filter(isTable))
  const inOrder: SQLiteTable[] = []
  while (waiting.size > 0) {
    const referredTo = new Set([...waiting].flatMap(tablesReferredTo))
    for (const table of [...waiting].filter((one) => !referredTo.has(one))) {
      inOrder.push(table)
      waiting.delete(table)
    }
  }
  return inOrder
}

const isTable = (value: unknown): value is SQLiteTable => is(value, Table)

/** A table that refers to itself waits for nobody. */
function tablesReferredTo(table: SQLiteTable): SQLiteTable[] {
  const { foreignKeys } =
    dialect === 'postgres' ? postgresConfig(table as unknown as PgTable) : sqliteConfig(table)
  const others = foreignKeys.map((key) => key.reference().foreignTable as unknown as SQLiteTable)
  return others.filter((other) => other !== table)
}
