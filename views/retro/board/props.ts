export type Stage = 'arrive' | 'write' | 'group' | 'vote' | 'discuss' | 'decide' | 'ended'

/** What a board can begin with. */
export type CheckIn = 'energy' | 'candour' | 'focus'

/** What is told of answers from 1 to 5: the whole of it, or that all or all but one were of one kind, or nothing. */
export type Told =
  | { shown: 'exact'; n: number; histogram: number[] }
  | { shown: 'range'; n: number; band: string }
  | { shown: 'none' }

/** A group of cards as everybody sees it; most are of one card. */
export interface Topic {
  id: string
  title: string | null
  column: number
  cards: { id: string; text: string; fromResults: boolean }[]
  /** 0 while votes are being cast: nobody should follow the others. */
  votes: number
}

/** Numbers of the devices in the room. */
export interface Room {
  joined: number
  /** With this stage. */
  done: number
  /** How many said how they arrive, and whether it was worth the time. */
  arrived: number
  worth: number
  /** Whether more time for the topic is asked about, and what was said. */
  asksMore: boolean
  more: number
  enough: number
}

/** What all who look at a board see of it. */
export interface Sight {
  id: string
  version: number
  stage: Stage
  locked: boolean
  columns: string[]
  /** Column by column; by votes once they have been cast. */
  topics: Topic[]
  /** Cards nobody can read yet. */
  unrevealed: number
  votesEach: number
  votesCast: number
  timerEndsAt: Date | null
  /** Until when this stage stays open; null where people meet. */
  openUntil: Date | null
  /** Whether phones may group. */
  everybodyGroups: boolean
  checkIn: CheckIn | null
  /** Id of the topic that is talked about; null where there is none. */
  topic: string | null
  room: Room
  /** Null until the check-in is over, and until the retro is. */
  arrived: Told | null
  worth: Told | null
}

/** Two groups that may belong together, with the words they share. */
export interface Suggestion {
  /** A card of each. */
  cards: string[]
  topics: Topic[]
  words: string[]
}

/** What was decided. */
export interface Action {
  id: string
  text: string
  /** Null for somebody who has left. */
  owner: string | null
  /** A day, such as 2026-11-30. */
  due: string
  state: 'open' | 'done' | 'dropped'
  /** Open, and its day has passed. */
  overdue: boolean
  /** Why it was dropped. */
  reason: string | null
}

/** A short name for a group: its heading, else its first card, cut where it grows long. */
export function topicName({ title, cards }: Topic): string {
  const name = title ?? cards[0]!.text.split('\n', 1)[0]!
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}

/** What is talked about, where it stands among all, and what comes after it. */
export function talkedAbout({ topics, topic }: Sight): { now: Topic; place: number; next: Topic[] } | null {
  const place = topics.findIndex(({ id }) => id === topic)
  const now = topics[place]
  return now ? { now, place, next: topics.slice(place + 1) } : null
}
