import { statSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { openKeys, type Keys } from '../../keys.ts'
import { glanceAt, StoreUnusable } from '../../storage/index.ts'
import { clock } from './clock.ts'
import { configuration } from './configuration.ts'
import { connectors } from './connectors.ts'
import { database } from './database.ts'
import { disk } from './disk.ts'
import { wrong, type Finding, type Subject } from './finding.ts'
import { keyDirectory } from './keys.ts'
import { mail } from './mail.ts'
import { proxy } from './proxy.ts'

/**
 * Looks at everything that keeps an installation from working, beside a server that may be running: nothing is
 * written, made, migrated or mailed.
 */
export async function examine(config: Config, now: Date): Promise<[Subject, Finding[]][]> {
  const keys = keysAt(config.KEY_DIR)
  const glance = await glanceAt(config).catch((error: unknown) => faultOf(error, config))
  const is = 'read' in glance ? glance : null
  try {
    const known = is?.schema.is === 'known' ? is : null
    return [
      ['configuration', configuration(config)],
      ['disk', await disk(config)],
      ['database', 'read' in glance ? await database(glance) : [glance]],
      ['keys', await keyDirectory(config, keys, known?.read ?? null)],
      ['clock', is ? await clock(is, now, known !== null) : []],
      ['mail', await mail(config)],
      ['proxy', await proxy(config, keys)],
      ['connectors', known ? await connectors(known.read, keys, now) : []],
    ]
  } finally {
    await is?.close()
  }
}

/** Null where they cannot be opened, or where opening them would make the directory. */
function keysAt(directory: string): Keys | null {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return null
  try {
    return openKeys(directory)
  } catch (error) {
    if (error instanceof StoreUnusable) return null
    throw error
  }
}

function faultOf(error: unknown, { DATA_DIR, DATABASE_URL }: Config): Finding {
  if (!(error instanceof StoreUnusable)) throw error
  if (DATABASE_URL) return wrong('databaseAway', { reason: error.message })
  return wrong('databaseMissing', { file: `${DATA_DIR}/safe-to-say.db` })
}
