import { votes } from './counts.ts'

export const seat = {
  title: (team: string) => `Retro, ${team}`,
  write: {
    lead: 'Only this device shows your cards until they are revealed, all at once and in no order.',
    column: 'Column',
    text: 'Your card',
    hint: 'Up to 400 characters.',
    send: 'Send the card',
    own: 'Your cards',
    none: 'You have written none yet.',
    edit: 'Edit',
    editCard: (text: string) => `Edit the card: ${text}`,
    remove: 'Remove',
    removeCard: (text: string) => `Remove the card: ${text}`,
    editTitle: 'Edit your card',
  },
  vote: {
    title: 'Your votes',
    lead: (left: number) => (left === 0 ? 'All your votes are cast.' : `You have ${votes(left)} left.`),
    give: 'Vote',
    giveTo: (topic: string) => `Vote for ${topic}`,
    take: 'Take back',
    takeFrom: (topic: string) => `Take back from ${topic}`,
    yours: (n: number) => (n === 0 ? 'No vote yet' : votes(n)),
    nothing: 'There is nothing to vote on.',
  },
  waiting: {
    group: 'The facilitator is putting cards together. Say what belongs together.',
    discuss: 'Talk about it. What has most votes comes first.',
    decide: 'What do you want to do, who takes it on, and until when?',
    ended: 'This retro has ended. Thank you.',
  },
  locked: 'The board is locked for the moment: nobody can write, vote or join.',
  again: 'Without scripts this page does not change by itself.',
  reload: 'Look again',
}
