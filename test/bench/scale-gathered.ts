import Database from 'better-sqlite3'
import { inBatches } from '#server/storage/batches.ts'
import { newId } from '#server/storage/identifier.ts'
import type { Store } from '#server/storage/index.ts'
import { annotations } from '#server/storage/schema/annotations.ts'
import { learnt } from '#server/storage/schema/learnt.ts'

const remarksOfUnit = 3
/** One in ten of 18,000 writes one to everybody. */
const remarksOfAll = 1800
const roundsLookedAt = 13

/** What people wrote and who looked, of every round and team: in their places, since millions of rows are not typed in. */
export function gatherInRounds(file: string): void {
  const db = new Database(file)
  const text = `'The review of what it wrote took longer than writing it would have.'`
  const numbered = (most: number) =>
    `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most}) select i from n)`
  const id = `lower(hex(randomblob(11)))`
  const asked = `case i % 2 when 0 then 'when-helped' else 'when-hurt' end`
  db.exec(`
    insert into remarks (id, round_id, class_id, question, text)
      select ${id}, round_id, id, ${asked}, ${text} from classes, ${numbered(remarksOfUnit)} where cut = 'unit';
    insert into remarks (id, round_id, class_id, question, text)
      select ${id}, rounds.id, null, ${asked}, ${text} from rounds, ${numbered(remarksOfAll)} where state = 'closed';
    insert into viewings (id, round_id, team_id, person_id, below, role, what, at)
      select ${id}, r.id, l.team_id, l.person_id, 1, l.role, 'opened', r.closes_at
        from (select id, closes_at from rounds where state = 'closed' order by month desc limit ${roundsLookedAt}) r,
          leaderships l`)
  db.close()
}

/** What each team wrote on its charts, and told the others. */
export async function gatherInTeams(store: Store, teamIds: string[], month: string, at: Date): Promise<void> {
  const noted = teamIds.map((teamId) => ({ id: newId(), teamId, month, text: 'The tool came to everybody' }))
  const told = teamIds.map((teamId) => ({ id: newId(), teamId, text: 'Smaller changes', sharedAt: at }))
  await store.write(async (tx) => {
    for (const some of inBatches(noted)) await tx.insert(annotations).values(some)
    for (const some of inBatches(told)) await tx.insert(learnt).values(some)
  })
}
