import { desc, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads } from '../storage/index.ts'
import { agreements, type AgreementColour, type AgreementLine } from '../storage/schema/insights.ts'
import { people } from '../storage/schema/people.ts'
import type { WorkShare } from './sentences.ts'

export type AgreementEntry = (typeof agreements.$inferSelect)['entries'][number]

/** One version of what a team agreed with itself. */
export interface Agreement {
  version: number
  publishedAt: Date
  /** Null for a former colleague. */
  by: string | null
  entries: AgreementEntry[]
  lines: AgreementLine[]
}

const mostlyHelps = 0.7
const mostlyHurts = 0.5

/** What the help and hurt map suggests: only what is certain of the shares makes a colour, all else is amber. */
export const suggestedColour = ({ helped, hurt }: Pick<WorkShare, 'helped' | 'hurt'>): AgreementColour =>
  helped[0] >= mostlyHelps ? 'green' : hurt[0] > mostlyHurts ? 'red' : 'amber'

/** Newest first. */
export async function agreementsOf(read: Reads, teamId: string): Promise<Agreement[]> {
  const rows = await read
    .select({ agreement: agreements, name: people.name, email: people.email })
    .from(agreements)
    .leftJoin(people, eq(people.id, agreements.personId))
    .where(eq(agreements.teamId, teamId))
    .orderBy(desc(agreements.version))
  return rows.map(({ agreement: { version, publishedAt, entries, lines }, name, email }) => ({
    version,
    publishedAt,
    entries,
    lines,
    by: name ?? email,
  }))
}

/** What a team has to look at again by a day. */
export async function linesDue(read: Reads, teamId: string, today: string): Promise<AgreementLine[]> {
  const [current] = await agreementsOf(read, teamId)
  return (current?.lines ?? []).filter(({ review }) => review <= today)
}

export interface Publishing {
  teamId: string
  /** The version it was edited from, 0 for none. */
  basedOn: number
  entries: AgreementEntry[]
  lines: AgreementLine[]
}

/** Publishes a new version to the team; false where somebody was quicker, and nothing is changed. */
export async function publishAgreement(
  { store, clock }: Context,
  by: string,
  { teamId, basedOn, entries, lines }: Publishing,
): Promise<boolean> {
  return store.write(async (tx) => {
    const [newest] = await tx
      .select({ version: agreements.version })
      .from(agreements)
      .where(eq(agreements.teamId, teamId))
      .orderBy(desc(agreements.version))
      .limit(1)
    if ((newest?.version ?? 0) !== basedOn) return false
    const version = { id: newId(), teamId, version: basedOn + 1, publishedAt: clock.now(), personId: by }
    await tx.insert(agreements).values({ ...version, entries, lines })
    return true
  })
}
