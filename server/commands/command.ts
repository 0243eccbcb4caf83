import { ConfigFaults, readConfig, type Config } from '../config.ts'
import { organisationOf } from '../settings/settings.ts'
import { openStore, StoreUnusable, type Store } from '../storage/index.ts'

/** What a command says, without a stack, when it cannot do what it was asked. */
export class CannotRun extends Error {}

/** Runs a command beside the server, over the same environment and the same database. Exit code 1 when it could not. */
export async function command(work: (config: Config) => Promise<void>): Promise<void> {
  try {
    await work(readConfig(process.env))
  } catch (error) {
    const expected =
      error instanceof ConfigFaults || error instanceof StoreUnusable || error instanceof CannotRun
    console.error(expected ? error.message : error)
    process.exitCode = 1
  }
}

/** A mistaken DATA_DIR would open as a new, empty database: nobody wants a link into it or a backup of it. */
export async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(config)
  try {
    if (!(await organisationOf(store.read)))
      throw new CannotRun(`${whereabouts(config)} holds no organisation yet.`)
    await work(store)
  } finally {
    await store.close()
  }
}

export const whereabouts = ({ DATABASE_URL, DATA_DIR }: Config): string =>
  DATABASE_URL ? 'The database in DATABASE_URL' : `The database in DATA_DIR ${DATA_DIR}`
