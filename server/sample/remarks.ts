import { Chance } from './chance.ts'
import { recovered, troubled } from './company.ts'
import type { SamplePerson } from './people.ts'
import { change } from './remarks/change.ts'
import { helped } from './remarks/helped.ts'
import { hurt } from './remarks/hurt.ts'
import { ofTeams } from './remarks/teams.ts'
import type { Plaintext } from './respondent.ts'

export type Remark = Plaintext['remarks'][number]

const decks = { 'when-helped': helped, 'when-hurt': hurt, 'what-change': change }
const roundsInAnAct = 4

/** Which round of how many, from 0. */
export interface Place {
  round: number
  of: number
}

/** Who wrote what in one round, by address. In twelve rounds nothing is written twice. */
export function remarksOf(
  { round, of }: Place,
  answering: SamplePerson[],
  seed: number,
): Map<string, Remark[]> {
  const written = new Map<string, Remark[]>()
  const write = (author: SamplePerson, question: string, text: string, audience: Remark['audience']) =>
    written.set(author.email, [...(written.get(author.email) ?? []), { question, text, audience }])
  const chance = new Chance(seed, 'authors', round)
  const elsewhere = chance.shuffled(answering.filter(({ team }) => team !== troubled && team !== recovered))
  for (const [n, [question, text]] of ofEverybody({ round, of }, seed).entries()) {
    const author = elsewhere[n]
    if (author) write(author, question, text, chance.next() < 0.35 ? 'organisation' : 'team')
  }
  for (const name of Object.keys(ofTeams)) {
    const authors = chance.shuffled(answering.filter(({ team }) => team === name))
    // Every other one goes past the team: there are things that are easier said to everybody.
    for (const [n, [question, text]] of ofTeam(name, { round, of }).entries()) {
      const author = authors[n]
      if (author) write(author, question, text, n % 2 === 0 ? 'team' : 'organisation')
    }
  }
  return written
}

/** The year has three acts; each is told over at most four rounds. */
function ofEverybody({ round, of }: Place, seed: number): [question: string, text: string][] {
  const act = Math.floor((3 * round) / of)
  const within = (round - Math.ceil((act * of) / 3)) % roundsInAnAct
  return Object.entries(decks).flatMap(([question, acts]) => {
    const deck = new Chance(seed, question, act).shuffled(acts[act]!)
    const portion = deck.length / roundsInAnAct
    return deck
      .slice(within * portion, (within + 1) * portion)
      .map((text): [string, string] => [question, text])
  })
}

function ofTeam(name: string, { round, of }: Place): [question: string, text: string][] {
  const { from, to, remarks } = ofTeams[name]!
  const when = (n: number) => from + ((to - from) * (n + 0.5)) / remarks.length
  return remarks.filter((_, n) => Math.floor(when(n) * of) === round)
}
