import { accessSync, constants, statSync } from 'node:fs'
import { wrong, type Finding } from './finding.ts'

/** Whether a directory is there, can be written to, and is read by nobody else; null where it is as it should be. */
export function directoryFault(directory: string): Finding | null {
  const state = statSync(directory, { throwIfNoEntry: false })
  if (!state?.isDirectory()) return wrong('directoryMissing', { directory })
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return wrong('directoryNotOurs', { directory })
  }
  const mode = state.mode & 0o777
  return mode & 0o077 ? wrong('directoryOpen', { directory, mode: mode.toString(8) }) : null
}
