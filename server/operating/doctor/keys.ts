import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inArray } from 'drizzle-orm'
import type { Config } from '../../config.ts'
import type { Keys } from '../../keys.ts'
import { roundsWithKeyFaults, roundsWithKeys } from '../../rounds/rounds.ts'
import { isSealingKeyThere } from '../../secrets.ts'
import type { Reads } from '../../storage/index.ts'
import { rounds } from '../../storage/schema/rounds.ts'
import { directoryFault } from './directory.ts'
import { orWell, well, wrong, type Finding } from './finding.ts'

/** Rounds whose keys are still needed, or being made. */
const needed = ['opening', 'open', 'closing', 'keys to destroy', 'unclosable'] as const

/** @param read null where the database tells nothing of rounds */
export async function keyDirectory(
  { KEY_DIR: directory }: Config,
  keys: Keys | null,
  read: Reads | null,
): Promise<Finding[]> {
  const fault = directoryFault(directory)
  if (!keys || (fault && fault.says !== 'directoryOpen')) return fault ? [fault] : []
  const found: Finding[] = fault ? [fault] : []
  if (!(await isSealingKeyThere(keys))) found.push(wrong('secretsMissing', { directory }))
  const files = filesForOthers(directory)
  if (files > 0) found.push(wrong('keyFilesOpen', { files, directory }))
  if (!read) return found
  for (const { name } of await roundsWithKeyFaults({ store: { read }, keys }))
    found.push(wrong('roundKeysMissing', { round: name, directory }))
  const kept = await roundsWithKeys(keys)
  const open = await read.select({ id: rounds.id }).from(rounds).where(inArray(rounds.state, needed))
  const leftOver = kept.filter((id) => !open.some((round) => round.id === id)).length
  if (leftOver > 0) found.push(wrong('keysLeftOver', { rounds: leftOver }))
  return orWell(found, well('keysWell', { directory, rounds: open.length }))
}

/** How many files may be read by others than this account. */
const filesForOthers = (directory: string): number =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false }))
    .filter((state) => state && (state.mode & 0o077) !== 0).length
