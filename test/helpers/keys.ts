import { rsaKey } from '#server/keys.ts'

/** More than the units of any round that a test opens, so that those of one round differ. */
const most = 64
const made: Promise<string>[] = []
let taken = 0

/** Keys as they are made for a round, but made once and used again: making them takes longer than most tests. */
export function usedRsaKey(): Promise<string> {
  const next = taken++ % most
  return (made[next] ??= rsaKey())
}
