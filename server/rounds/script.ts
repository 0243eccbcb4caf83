import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Context } from '../context.ts'
import { answeringScripts } from '../storage/schema/rounds.ts'

const built = createRequire(import.meta.url).resolve('#public/build/answer.js')

/**
 * The hash of today's answering script, whose bytes it keeps: the round serves them until it closes, whatever
 * an upgrade brings.
 */
export async function answeringScriptHash({ store }: Context): Promise<string> {
  const source = await readFile(built, 'utf8')
  const hash = createHash('sha256').update(source).digest('hex')
  await store.write((tx) => tx.insert(answeringScripts).values({ hash, source }).onConflictDoNothing())
  return hash
}
