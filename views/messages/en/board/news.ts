import { cards, votes } from './counts.ts'
import { plural } from '../wording.ts'

export const news = {
  arrive: (n: number) => `${n} have said how they arrive.`,
  write: (n: number) => `${cards(n)} written so far.`,
  group: (groups: number) => `Cards are revealed: ${plural(groups, 'group', 'groups')}.`,
  vote: (n: number) => `Voting: ${votes(n)} cast so far.`,
  discuss: 'One topic after another, in the order of their votes.',
  decide: 'Deciding.',
  ended: 'The retro has ended.',
  timerStarted: 'The timer is running.',
  timerOver: 'Time is up.',
}
