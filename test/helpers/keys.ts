import { join } from 'node:path'
import { openKeys } from '#server/keys.ts'
import { temporaryDirectory } from './store.ts'

/** More than the units of any round that a test opens, so that those of one round differ. */
const most = 64
let taken = 0

/** Keys as they are made for a round, but made once in a run and used again: making them takes longer than most tests. */
export const usedRsaKey = (): Promise<string> => kept(`${taken++ % most}.pem`)

const keys = openKeys(join(process.env['TEST_DIRECTORY'] ?? temporaryDirectory(), 'rsa-keys'))

async function kept(name: string): Promise<string> {
  const made = await keys.read(name)
  if (made) return made.toString()
  await keys.write(name, await keys.newRsaKey())
  return kept(name)
}
