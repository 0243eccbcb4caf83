import { votes } from './counts.ts'

export const seat = {
  title: (team: string) => `Retro, ${team}`,
  write: {
    lead: 'Only this device shows your cards until they are revealed, all at once and in no order.',
    column: 'Column',
    text: 'Your card',
    hint: 'Up to 400 characters.',
    send: 'Send the card',
    late: 'Still writing?',
    lateLead:
      'The cards are turned over: yours would lie beside them at once, for all to see, and the room may guess whose it is.',
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
    lead: 'Press what you want to talk about.',
    left: (left: number) => (left === 0 ? 'All your votes are cast.' : `You have ${votes(left)} left.`),
    giveTo: 'Vote for:',
    takeFrom: (topic: string) => `Take back from ${topic}`,
    hint: 'Press again for another vote; the dots take one back. Nobody sees how you voted.',
    nothing: 'There is nothing to vote on.',
  },
  grouping: {
    all: 'Put together what belongs together: tick the cards, then press.',
    leader: 'The facilitator is putting cards together. Say what belongs together.',
  },
  waiting: {
    discuss: 'You are talking about:',
    ended: 'This retro has ended. Thank you.',
  },
  locked: 'The board is locked for the moment: nobody can write, vote or join.',
  again: 'Without scripts this page does not change by itself.',
  reload: 'Look again',
}
