import { cards } from './counts.ts'
import { plural } from '../wording.ts'

export const record = {
  title: (team: string, date: string) => `Retro, ${team}, ${date}`,
  lead: (shown: number, groups: number) => `${cards(shown)}, ${plural(groups, 'group', 'groups')}.`,
  cleared:
    'Cards, groups and votes have been deleted, as they are some time after every retro. What was decided stays.',
  keptUntil: (days: number) =>
    `Cards, groups and votes are deleted ${plural(days, 'day', 'days')} after the end. What was decided stays.`,
  notEnded: 'This retro is still going on: the record is not complete, and only the facilitator sees it.',
  markdown: 'As Markdown',
  link: 'The team can open it at',
  decided: 'What was decided',
  what: 'What',
  who: 'Who',
  due: 'By when',
  nothingDecided: 'Nothing was written down.',
  board: 'Back to the board',
}
