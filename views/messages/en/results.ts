import { counted, listed, plural } from './wording.ts'
import { viewings } from './results/viewings.ts'
import { privacyPage } from './results/privacy.ts'
import { promise } from './results/promise.ts'

export const results = {
  title: 'Results',
  none: 'There are no results yet. They appear here when the first round has closed.',
  closed: 'Closed',
  teams: 'Teams you may read',
  organisation: 'The whole organisation',
  others: 'Other results of this round',
  response: (ballots: number, invited: number) =>
    `${counted(ballots)} of ${counted(invited)} people answered (${Math.round((100 * ballots) / invited)} %).`,
  notShown: 'not shown, to protect anonymity',
  allOrAllButOne: (n: number, band: string) => `All or all but one of ${n} people: ${band}.`,
  shares: (n: number, parts: string[]) => `Of ${n} people, ${listed(parts)}.`,
  /** How many chose each answer. */
  chosen: (n: number, parts: [answer: string, people: number][]) =>
    `Of ${plural(n, 'person', 'people')}: ${parts.map(([answer, people]) => `${answer}, ${counted(people)}`).join('; ')}.`,
  partly: (shown: number, classes: number) =>
    `Rests on ${shown} of ${plural(classes, 'group', 'groups')}; the others are not shown, to protect anonymity.`,
  pooledAs: (name: string) => `Counted together with neighbours: ${name}.`,
  pooledNote: (name: string) =>
    `Too few to stand alone, so these answers were counted together: ${name}. Only numbers decided that, never an answer.`,
  elsewhere: (n: number) =>
    `${plural(n, 'group is', 'groups are')} not included: people of a small team in here were counted together with neighbours outside.`,
  /** What a level is called within a sentence. */
  levelName: (level: string) => level.toLowerCase(),
  bands: {
    favourable: 'favourable',
    neutral: 'neutral',
    unfavourable: 'unfavourable',
    low: 'low',
    middle: 'middle',
    high: 'high',
    helped: 'helped',
    hurt: 'hurt',
  },
  legend: {
    favourable: 'favourable',
    neutral: 'neutral',
    unfavourable: 'unfavourable',
    high: 'high',
    middle: 'middle',
    low: 'low',
    open: 'left open, to protect anonymity',
  },
  ratings: 'Answers',
  notStated: 'not stated',
  /** What people said of themselves, whose answers follow. */
  declared: listed,
  asTable: 'All figures as a table',
  question: 'Question',
  upper: 'Favourable or high',
  centre: 'Neutral or middle',
  lower: 'Unfavourable or low',
  above: (name: string, share: string) => `${name}, beside it: ${share}.`,
  levels: 'Every level',
  level: 'Answer',
  people: 'People',
  kindOfWork: 'Kind of work',
  helped: 'Helped',
  hurt: 'Hurt',
  used: 'Used AI',
  own: 'You said, we did',
  ownNote: 'What this team decided and did, and what its people said of it, counted like everything else.',
  openActions: 'What this team is doing about it',
  actions: 'All actions of this team',
  remarks: 'Remarks',
  privacy: 'What stands behind these figures',
  ...viewings,
  privacyPage,
  promise,
}
