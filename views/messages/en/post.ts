import { page } from './post/page.ts'
import { board } from './post/board.ts'
import { results } from './post/results.ts'
import { invitation } from './post/invitation.ts'
import { reminders } from './post/reminders.ts'

export const post = {
  page,
  /** Whose mail it is, as a list of mails shows. */
  from: (organisation: string) => `${organisation} · Safe to Say`,
  /** In the preview of an invitation. */
  example: { round: 'An example', team: 'Your team' },
  trial: {
    subject: (organisation: string) => `A test mail (${organisation})`,
    text: 'Mail from Safe to Say arrives. Invitations look like this one: the same sender, name and logo.',
  },
  signIn: {
    subject: (organisation: string) => `Sign in to Safe to Say (${organisation})`,
    lead: (minutes: number) => `Here is your sign-in link. It works once, within ${minutes} minutes.`,
    button: 'Sign in',
    ignore: 'If you did not ask for it, ignore this mail: nobody is signed in by it.',
  },
  results,
  calendar: {
    skipped: {
      subject: (organisation: string, month: string) => `${organisation}: no questions in ${month}`,
      text: (month: string) => `There is no round in ${month}.`,
    },
    paused: {
      subject: (organisation: string) => `${organisation}: no questions for a while`,
      text: 'There are no rounds for a while. You are mailed when they go on.',
    },
  },
  invitation,
  board,
  ...reminders,
  cancellation: {
    subject: (organisation: string, round: string) => `${organisation}: ${round} was cancelled`,
    text: (round: string) =>
      `${round} was cancelled. Whatever had been answered is destroyed together with the key that could have opened it; nothing will be published. Your link no longer works.`,
  },
}
