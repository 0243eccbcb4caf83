import type { Statement } from './lake-statements.ts'

export type Row = Record<string, unknown>

/** An open connection that can do nothing but ask. */
export interface Lake {
  ask(statement: Statement, values: [project: string, from: Date, to: Date]): Promise<Row[]>
  /** Whether its role could change something there. */
  canWrite(): Promise<boolean>
  end(): Promise<void>
}

/** Where it is, and as whom. */
export interface Door {
  /** An address that was looked at. */
  host: string
  port: number
  /** As its certificate has it; null in one's own network, where none is asked for. */
  name: string | null
  user: string
  password: string
  database: string
  /** In milliseconds. */
  patience: number
}
