import type { Round } from '../rounds/rounds.ts'
import type { Question } from '../storage/schema/questions.ts'
import { opinionOf, type Decided } from './actions.ts'
import type { SamplePerson } from './people.ts'
import { remarksOf, type Place } from './remarks.ts'
import { readManifest, Respondent, type Plaintext } from './respondent.ts'
import { levelOf, pushOf, thoseWhoAnswer, workWith } from './story.ts'
import type { Past } from './past.ts'
import { known } from '../known.ts'

/** So many people are at it at the same time: what they send then shares commits. */
const atOnce = 12
export interface SampleRound extends Place {
  planned: Date
  timeZone: string
  /** Id of the administrator who plans it. */
  by: string
  people: SamplePerson[]
  /** What teams decided in earlier retros. */
  decided: Decided
  seed: number
}

export async function answer(past: Past, { id, questions }: Round, sample: SampleRound) {
  const tokens = past.takeTokens()
  const manifest = await readManifest(past.transport, id)
  const answering = whoAnswers(sample)
  const remarks = remarksOf(sample, answering, sample.seed)
  const waiting = answering.values()
  const oneAfterTheOther = async () => {
    for (const person of waiting) {
      const respondent = await Respondent.open(past.transport, known(tokens, person.email), manifest)
      await respondent.answer({
        ...answersOf(person, questions!, respondent.invitation.ownQuestions, sample),
        remarks: remarks.get(person.email) ?? [],
      })
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, oneAfterTheOther))
  // Only when nobody is at it any more may it be told that somebody could not: what is there is then removed.
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

const timeOf = ({ round, of }: Place): number => (of > 1 ? round / (of - 1) : 1)

function whoAnswers(sample: SampleRound): SamplePerson[] {
  const teams = new Set(sample.people.map(({ team }) => team))
  return [...teams].flatMap((name) => {
    const team = sample.people.filter((person) => person.team === name)
    return thoseWhoAnswer(team, timeOf(sample), sample.seed)
  })
}

function answersOf(
  person: SamplePerson,
  questions: Question[],
  own: Question[],
  sample: SampleRound,
): Omit<Plaintext, 'remarks'> {
  const t = timeOf(sample)
  const answers: Plaintext['answers'] = {}
  for (const question of questions) {
    if (question.kind === 'scale') answers[question.id] = levelOf(question.id, person, t, sample.seed)
    if (question.kind === 'choice') answers[question.id] = pushOf(person, t, sample.seed)
    if (question.kind === 'grid')
      answers[question.id] = Object.fromEntries(
        question.rows.map((row) => [row, workWith(row, person, t, sample.seed)]),
      )
  }
  for (const { id } of own) answers[id] = opinionOf(id, person, sample.decided, sample.seed)
  return { answers, attributes: person.statesExperience ? { experience: person.experience } : {} }
}
