import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { inBatches } from '../../storage/batches.ts'
import type { Writes } from '../../storage/index.ts'
import { actions } from '../../storage/schema/actions.ts'
import { annotations } from '../../storage/schema/annotations.ts'
import { boards } from '../../storage/schema/boards.ts'
import { chatChannels } from '../../storage/schema/chat.ts'
import { adoptionSums, delivery } from '../../storage/schema/figures.ts'
import { acknowledgements, agreements } from '../../storage/schema/insights.ts'
import { trackers } from '../../storage/schema/issues.ts'
import { learnt } from '../../storage/schema/learnt.ts'
import { leaderships, people, teamAliases, teams } from '../../storage/schema/people.ts'
import type { rosterUndos } from '../../storage/schema/roster-undo.ts'
import { rounds, roundTeams, teamNotes } from '../../storage/schema/rounds.ts'

/** Where something may have come to be about a team. */
export const traces = [
  people.teamId,
  leaderships.teamId,
  teams.parentId,
  roundTeams.teamId,
  teamNotes.teamId,
  actions.teamId,
  boards.teamId,
  agreements.teamId,
  acknowledgements.teamId,
  annotations.teamId,
  chatChannels.teamId,
  learnt.teamId,
  trackers.teamId,
  adoptionSums.teamId,
  delivery.teamId,
]

/** Old names again, and no team that was made and has come to nothing; one that is in use by now stays. */
export async function putTeamsBack(
  tx: Writes,
  { teamsMade, teamsRenamed }: typeof rosterUndos.$inferSelect,
): Promise<void> {
  for (const { teamId, name, parentId, alias, aliasOf } of teamsRenamed.toReversed()) {
    await tx.update(teams).set({ name, parentId }).where(eq(teams.id, teamId))
    const isOurs = and(eq(teamAliases.path, alias), eq(teamAliases.teamId, teamId))
    if (aliasOf) await tx.update(teamAliases).set({ teamId: aliasOf }).where(isOurs)
    else await tx.delete(teamAliases).where(isOurs)
  }
  await removeUnused(tx, teamsMade)
}

/** Again for those above: what was below them is gone by then. */
async function removeUnused(tx: Writes, made: string[]) {
  let left = made
  for (let before = -1; left.length !== before;) {
    before = left.length
    const used = await usedOf(tx, left)
    for (const some of inBatches(left.filter((id) => !used.has(id))))
      await tx.delete(teams).where(inArray(teams.id, some))
    left = left.filter((id) => used.has(id))
  }
}

async function usedOf(tx: Writes, ids: string[]): Promise<Set<string | null>> {
  const planned = await tx.select({ teamIds: rounds.teamIds }).from(rounds).where(isNotNull(rounds.teamIds))
  const used = new Set<string | null>(planned.flatMap(({ teamIds }) => teamIds ?? []))
  for (const some of inBatches(ids))
    for (const column of traces) {
      const rows = await tx.selectDistinct({ id: column }).from(column.table).where(inArray(column, some))
      for (const { id } of rows) used.add(id)
    }
  return used
}
