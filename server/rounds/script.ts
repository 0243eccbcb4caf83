import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Context } from '../context.ts'
import { answeringScripts } from '../storage/schema/rounds.ts'

const built = fileURLToPath(new URL('../../public/build/answer.js', import.meta.url))

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
