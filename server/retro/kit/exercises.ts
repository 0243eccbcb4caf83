import type { Topic } from './topic.ts'

/** An exercise, and the questions whose topics it fits, the best first. Its words stand in the messages. */
interface Exercise {
  id: string
  fits: string[]
}

/** Where each comes from: docs/retro.md. */
export const exercises = [
  { id: 'decisions', fits: ['better-or-different', 'ai-use', 'hard-things', 'meaning', 'job-worry'] },
  { id: 'build', fits: ['right-thing', 'was-used', 'felt-speed', 'sustainable-pace'] },
  { id: 'pre-mortem', fits: ['ship-confidence', 'ai-trust', 'understand-shipped', 'done-bar'] },
  { id: 'allowed', fits: ['clear-use', 'work', 'ai-pressure', 'used-to-be-seen', 'safe-to-say'] },
  { id: 'protect', fits: ['clear-owner', 'ship-confidence', 'mistakes-looked-into', 'work'] },
  { id: 'experiment', fits: ['ai-helped', 'better-or-different', 'consulted', 'push-from', 'use-counts'] },
  { id: 'waiting', fits: ['review-queue', 'review-time', 'felt-speed', 'stress'] },
  { id: 'tool-for-task', fits: ['work', 'ai-helped', 'ai-trust'] },
  { id: 'without', fits: ['hard-things', 'understand-shipped', 'feels-like-mine', 'job-worry'] },
  { id: 'done', fits: ['done-bar', 'was-used', 'right-thing', 'sustainable-pace'] },
  { id: 'gates', fits: ['send-back', 'review-time', 'review-queue', 'ship-confidence'] },
  { id: 'written', fits: ['written-down', 'clear-owner', 'learning-shared', 'ai-trust'] },
] as const satisfies Exercise[]

export type ExerciseId = (typeof exercises)[number]['id']
export const exerciseIds = exercises.map(({ id }) => id)

/** With the topic it is proposed for. */
export interface Fitting {
  id: ExerciseId
  /** Id of the question. */
  question: string
}

const mostProposed = 2

/** For each topic in turn the exercise that fits it best and is not proposed yet. */
export function fitting(topics: Pick<Topic, 'question'>[]): Fitting[] {
  const found: Fitting[] = []
  for (const { question } of topics) {
    const place = ({ fits }: Exercise) => fits.indexOf(question)
    const [best] = exercises
      .filter((one) => place(one) >= 0 && !found.some(({ id }) => id === one.id))
      .toSorted((a, b) => place(a) - place(b))
    if (best) found.push({ id: best.id, question })
  }
  return found.slice(0, mostProposed)
}
