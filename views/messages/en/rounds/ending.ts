import { counted, plural } from '../wording.ts'

export const ending = {
  cancel: {
    title: (name: string) => `Cancel ${name}?`,
    planned: 'It has not been opened, so nobody has been invited. The plan is removed.',
    open: 'Everything answered so far is destroyed together with the keys, and nothing will be published. The people invited get a mail that says so. This cannot be undone.',
    confirm: 'Cancel the round for good',
  },
  close: {
    title: (name: string) => `Close ${name} now?`,
    text: 'The answers are opened, counted and published; then the keys are destroyed. People who have not answered by then cannot any more.',
    byItself: 'Left alone, it closes by itself on',
    confirm: 'Close and publish',
    closing: 'Closing the round',
    opening: 'Answers opened',
  },
  outcome: {
    published: (ballots: number, invited: number) =>
      `The answers of ${counted(ballots)} of ${plural(invited, 'person', 'people')} invited were counted and published. The keys are destroyed.`,
    unpublished: (k: number) =>
      `Fewer than ${k} answered, so nothing is published, not even how many. The keys are destroyed.`,
    results: 'To the results',
  },
}
