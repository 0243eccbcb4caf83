import { agreement } from './agreement.ts'
import { annotations } from './annotations.ts'
import { gaps } from './gaps.ts'
import { heatmap } from './heatmap.ts'
import { about, points, share, signed, type Interval } from './shares.ts'
import { capital, counted, measured, plural, quoted } from './wording.ts'
import { rules } from './insights/rules.ts'
import { signals } from './insights/signals.ts'
import { charts } from './insights/charts.ts'

type Word = 'rising' | 'leans up' | 'steady' | 'no more than chance' | 'leans down' | 'falling'

/** "is falling", "leans down", "shows no more than chance". */
const saying = (word: Word): string => {
  if (word === 'no more than chance') return `shows ${word}`
  return word.startsWith('leans') ? word : `is ${word}`
}

/** "fewer say", "perhaps more say": before what a question's good end is called. */
const say = (word: Word): string => {
  const those = word === 'rising' || word === 'leans up' ? 'more say' : 'fewer say'
  return word.startsWith('leans') ? `perhaps ${those}` : those
}

const between = (c: { from: Interval; to: Interval; since: string }): string =>
  `${about(c.from)} in the months before ${c.since}, ${about(c.to)} since`

/** What a large share of a band means. */
const told: Record<string, string> = {
  favourable: 'answered at the good end',
  high: 'answered high',
  helped: 'said AI helped',
}

export const insights = {
  title: 'Overview',
  nothing: 'There is nothing to see yet: an overview begins when the first round has closed.',
  nothingHere:
    'Nothing has been published of this team yet. Its parts, or the teams above it, may have results.',
  group: 'Team',
  organisation: 'The whole organisation',
  show: 'Show',
  months: 'Months',
  monthsCount: (n: number) => `${n} months`,
  measure: 'Beside it',
  noMeasure: 'no delivery figure',
  heading: (group: string, month: string) => `${group}, ${month}`,
  answered: (ballots: number, invited: number) => `${counted(ballots)} of ${counted(invited)} answered`,
  earlier: (month: string) => `\u2039 ${month}`,
  later: (month: string) => `${month} \u203a`,
  told: (band: string) => told[band] ?? band,
  share,
  about,
  signed,
  points,
  ofEverybody: 'whole organisation',
  measured,
  answersOfMonth: 'Answers of the month',
  pagesOf: 'Pages of this team',
  parts: {
    overview: 'Overview',
    results: 'Results',
    heatmap: 'Heatmap',
    gaps: 'Gaps',
    agreement: 'Working agreement',
    actions: 'Actions',
    kit: 'Retro kit',
  },
  whyThis: 'Why this is said',
  sentences: {
    say: (word: Word) => `${capital(say(word))} `,
    quoted,
    between: (c: { from: Interval; to: Interval; since: string }) => `${between(c)}.`,
    change: (c: { from: Interval; to: Interval; since: string; now: Interval }) =>
      `: ${between(c)}${about(c.now) === about(c.to) ? '' : ` and ${about(c.now)} now`}.`,
    row: (c: { word: Word; from: Interval; to: Interval; since: string }) =>
      ` ${saying(c.word)}: ${between(c)}.`,
    adoption: (a: { from: Interval; to: Interval; since: string }) => {
      if (share(a.from) === share(a.to)) return ` Adoption has stayed at ${about(a.to)} since ${a.since}.`
      const went = a.from[0] + a.from[1] < a.to[0] + a.to[1] ? 'rose' : 'fell'
      return ` Adoption ${went} from ${about(a.from)} in ${a.since} to ${about(a.to)}.`
    },
    noChange: (questions: number, steady: number) =>
      steady === 0
        ? 'Nothing has changed by more than chance; in so small a group only a large change would show.'
        : `Nothing has changed by more than chance: ${counted(steady)} of ${plural(questions, 'question', 'questions')} held steady.`,
    latest: (month: string) => `Since ${month}: `,
    nothingNew: 'nothing beyond chance.',
    new: (c: { name: string; word: Word; from: Interval; to: Interval }) =>
      `${say(c.word)} ${quoted(c.name)} (${about(c.from)}, now ${about(c.to)}${c.word.startsWith('leans') ? '; may be chance' : ''})`,
    firstMonth: 'This is the first month that can be shown. From the next one on, what changed is said here.',
    work: (w: { best: string; helped: Interval; worst: string; hurt: Interval; n: number }) =>
      `AI helps most with ${w.best.toLowerCase()} (${about(w.helped)} of those who used it) and hurts most in ${w.worst.toLowerCase()} (${about(w.hurt)} of ${w.n}).`,
  },
  rules,
  signals,
  asked: {
    title: 'Everything asked, the clearest change first',
    key: 'Changes are in points. What is rising or falling has moved by more than chance; what leans may be chance.',
    note: 'Each month is anonymous by itself: nobody’s answers are linked from month to month. So a change is judged as between two groups of people, and small groups show only large changes.',
    question: 'Question',
    line: (months: number) => plural(months, 'month', 'months'),
    now: 'now',
    since: (month: string) => `since ${month}`,
    inAYear: 'in a year',
    inMonth: (month: string) => `in ${month}`,
    verdict: 'more than chance?',
    partly: (groups: number, of: number) => `in ${groups} of ${of} groups`,
    pooled: (name: string) => `counted as ${name}`,
    amount: 'an amount, neither good nor bad',
  },
  word: {
    rising: '\u25b2 rising',
    'leans up': 'leans up',
    steady: 'steady',
    'no more than chance': 'no more than chance',
    'leans down': 'leans down',
    falling: '\u25bc falling',
  } satisfies Record<Word, string>,
  wordSince: (since: string) => `since ${since}`,
  noVerdict: 'first month',
  notJudged: 'nothing to compare with',
  charts,
  table: {
    summary: 'As a table',
    month: 'Month',
    share: 'Share',
    people: 'People',
    happened: 'What happened',
    adoption: 'Adoption',
    pooled: (name: string) => `counted as ${name}`,
  },
  notShown: 'not shown, to protect anonymity',
  notShownShort: 'not shown',
  notAsked: 'not asked',
  heatmap,
  gaps,
  agreement,
  annotations,
  exports: 'Exactly these figures:',
  print: 'To print a one-page report, use your browser’s print command.',
}
