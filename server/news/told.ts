import { overviewOf, type Overview } from '../insights/insights.ts'
import type { TeamPaths } from '../people/people.ts'
import { actionsFor } from '../retro/actions/actions.ts'
import type { Reads } from '../storage/index.ts'

/** What a team's mail says: the same to all of its people. */
export interface TeamNews {
  latest: Overview['latest']
  sentences: Overview['sentences']
  /** What the team is doing about it, the most pressing first. */
  decided: { text: string; owner: string | null; due: string }[]
}

interface Of {
  teamId: string | null
  paths: TeamPaths
  roundId: string
}

const lookedBack = 12
const mostDecided = 3

/** Null where nothing of the group is published in that round. */
export async function toldOf(read: Reads, of: Of): Promise<TeamNews | null> {
  const kept = known.get(read)
  const ofRound = kept?.roundId === of.roundId ? kept.byTeam : new Map<string | null, TeamNews | null>()
  known.set(read, { roundId: of.roundId, byTeam: ofRound })
  const remembered = ofRound.get(of.teamId)
  if (remembered !== undefined) return remembered
  const news = await newsOf(read, of)
  ofRound.set(of.teamId, news)
  return news
}

/** Of the round that was told last: a team of a hundred is read once, not for each of its letters. */
const known = new WeakMap<Reads, { roundId: string; byTeam: Map<string | null, TeamNews | null> }>()

async function newsOf(read: Reads, { teamId, paths, roundId }: Of): Promise<TeamNews | null> {
  const overview = await overviewOf(read, { teamId, paths }, { months: lookedBack, measure: null, roundId })
  if (!overview || overview.latest.round.id !== roundId) return null
  const open = teamId ? (await actionsFor(read, teamId)).open : []
  return {
    latest: overview.latest,
    sentences: overview.sentences,
    decided: open.slice(0, mostDecided).map(({ text, owner, due }) => ({ text, owner, due })),
  }
}
