import { eq } from 'drizzle-orm'
import type { Question } from '../storage/schema/questions.ts'
import type { Reads } from '../storage/index.ts'
import { classes } from '../storage/schema/publishing.ts'
import { rounds, type Outcome } from '../storage/schema/rounds.ts'
import { organisation } from '../disclosure/partition.ts'
import { withName } from '../questionnaire/questionnaire.ts'
import { itemsOf, type Item, type PublishedClass } from './published.ts'

/** A round whose results are published. It does not change any more. */
export interface PublishedRound {
  id: string
  name: string
  /** YYYY-MM. */
  month: string
  closesAt: Date
  threshold: number
  fingerprint: string | null
  outcome: Outcome | null
  /** The organisation's name at the opening. */
  organisation: string
  questions: Question[]
  items: Item[]
  /** In the order of their names. */
  classes: PublishedClass[]
}

/** What a round froze and the close wrote is read once: it can be megabytes, and nothing changes it. */
const known = new WeakMap<Reads, Map<string, PublishedRound>>()
/** Of all rounds together, some 40 MB. */
const mostClasses = 80_000

/** Of a round that is known to be published. */
export async function publishedRound(read: Reads, id: string): Promise<PublishedRound> {
  const kept = known.get(read) ?? new Map<string, PublishedRound>()
  known.set(read, kept)
  const round = kept.get(id) ?? (await readRound(read, id))
  // What was asked for last stands last, and is forgotten last.
  kept.delete(id)
  kept.set(id, round)
  let classes = 0
  for (const one of kept.values()) classes += one.classes.length
  for (const [oldest, { classes: own }] of kept) {
    if (classes <= mostClasses || oldest === id) break
    kept.delete(oldest)
    classes -= own.length
  }
  return round
}

async function readRound(read: Reads, id: string): Promise<PublishedRound> {
  const { name, month, closesAt, threshold, fingerprint, outcome, questions, manifest } = rounds
  const [row] = await read
    .select({ name, month, closesAt, threshold, fingerprint, outcome, questions, manifest })
    .from(rounds)
    .where(eq(rounds.id, id))
  if (!row?.manifest) throw new Error('A round without a manifest was never opened.')
  const { manifest: _manifest, questions: asked, ...round } = row
  const named = { organisation: organisationIn(row.manifest), questions: (asked ?? []).map(withName) }
  const grouped = await read.select().from(classes).where(eq(classes.roundId, id))
  return {
    ...round,
    ...named,
    id,
    items: itemsOf(named.questions),
    classes: grouped.map((one) => ({ ...one, name: nameOf(one, named) })).sort(byName),
  }
}

const organisationIn = (manifest: string): string =>
  (JSON.parse(manifest) as { organisation: string }).organisation

/** As readers know it: bands of an attribute by their texts, the same for every reader so that exports agree. */
function nameOf(
  { cut, name, members }: PublishedClass,
  round: Pick<PublishedRound, 'organisation' | 'questions'>,
): string {
  if (cut === organisation) return round.organisation
  const attribute = round.questions.find((question) => question.id === cut)
  if (attribute?.kind !== 'attribute') return name
  return members.map((band) => attribute.text.en.options[band] ?? band).join(' + ')
}

/** Made once: with localeCompare, sorting thousands takes ten times as long. */
const order = new Intl.Collator(undefined, { numeric: true })
const byName = (a: PublishedClass, b: PublishedClass) => order.compare(a.name, b.name)
