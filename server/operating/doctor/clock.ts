import { max } from 'drizzle-orm'
import type { Glance } from '../../storage/index.ts'
import { auditEntries } from '../../storage/schema/audit.ts'
import { orWell, well, wrong, type Finding } from './finding.ts'

/** Seconds that two clocks may differ by. */
const apart = 30

/**
 * What can be known of a clock without asking anybody: it is not behind the making of this program or what was
 * written down here before, and agrees with the database's.
 */
export async function clock(glance: Glance, now: Date, isReadable: boolean): Promise<Finding[]> {
  const found: Finding[] = []
  const told = now.toISOString()
  const [latest] = isReadable ? await glance.read.select({ at: max(auditEntries.at) }).from(auditEntries) : []
  const known = Math.max(glance.schema.madeAt, latest?.at?.getTime() ?? 0)
  if (now.getTime() < known - apart * 1000) found.push(wrong('clockBehind', { now: told }))
  const seconds = glance.now ? Math.round((glance.now.getTime() - now.getTime()) / 1000) : 0
  if (Math.abs(seconds) > apart) found.push(wrong('clockApart', { seconds }))
  return orWell(found, well('clockWell', { now: told }))
}
