import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { answeringScripts } from '../storage/schema/rounds.ts'

/** The bytes a round was opened with, by their hash; null for others. */
export async function answeringScript({ store }: Context, hash: string): Promise<string | null> {
  const [script] = await store.read.select().from(answeringScripts).where(eq(answeringScripts.hash, hash))
  return script?.source ?? null
}
