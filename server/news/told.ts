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
  const remembered = known.get(read)
  if (remembered?.key === keyOf(of)) return remembered.news
  const news = await newsOf(read, of)
  known.set(read, { key: keyOf(of), news })
  return news
}

/** Letters to one team are written one after another, and a team of a hundred is read once. */
const known = new WeakMap<Reads, { key: string; news: TeamNews | null }>()
const keyOf = ({ teamId, roundId }: Of): string => `${roundId} ${teamId}`

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
