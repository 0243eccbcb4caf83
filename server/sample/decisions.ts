import { recovered, troubled } from './company.ts'

/** Something a team decided, as the story of the year wants it. */
export interface SampleAction {
  team: string
  text: string
  /** The question it should move. */
  moves: string
  /** How many rounds before the last one it was decided, and done or dropped; without an end it is still open. */
  decided: number
  ended?: number
  /** Why it was dropped. */
  reason?: string
  /** Of those asked, who says that it helped or hurt; the rest saw no change. */
  helped?: number
  hurt?: number
}

export const decisions: SampleAction[] = [
  {
    team: recovered,
    text: 'Two people read what an agent wrote before it is merged.',
    moves: 'ai-helped',
    decided: 7,
    ended: 6,
    helped: 0.75,
    hurt: 0.05,
  },
  {
    team: 'Checkout',
    text: 'Half an hour on Thursdays for prompts that worked.',
    moves: 'ai-trust',
    decided: 5,
    ended: 4,
    helped: 0.12,
    hurt: 0.1,
  },
  {
    team: troubled,
    text: 'No generated runbook goes live before somebody has tried it.',
    moves: 'ship-confidence',
    decided: 4,
    ended: 2,
    reason: 'Incidents left nobody the time to try them. The generated runbooks were taken down instead.',
  },
  {
    team: troubled,
    text: 'Every generated change gets a second reviewer.',
    moves: 'review-time',
    decided: 3,
    ended: 1,
    helped: 0.2,
    hurt: 0.5,
  },
  {
    team: troubled,
    text: 'On-call is handed over in writing, so that nobody has to ask at night.',
    moves: 'stress',
    decided: 1,
  },
  {
    team: 'Checkout',
    text: 'Ask agents for changes under two hundred lines.',
    moves: 'review-time',
    decided: 0,
  },
]
