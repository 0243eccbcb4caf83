import { agreement } from './agreement.ts'
import { annotations } from './annotations.ts'
import { gaps } from './gaps.ts'
import { heatmap } from './heatmap.ts'
import { about, points, share, signed, type Interval } from './shares.ts'
import { counted, measured, plural } from './wording.ts'

type Word = 'rising' | 'leans up' | 'steady' | 'no more than chance' | 'leans down' | 'falling'

/** "is falling", "leans down", "shows no more than chance". */
const saying = (word: Word): string => {
  if (word === 'no more than chance') return `shows ${word}`
  return word.startsWith('leans') ? word : `is ${word}`
}

const went = (word: Word): string => ` ${saying(word)}`

const between = (c: { from: Interval; to: Interval; since: string }): string =>
  `${about(c.from)} before ${c.since}, ${about(c.to)} since.`

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
    went,
    between,
    change: (c: { word: Word; from: Interval; to: Interval; since: string }) =>
      `${went(c.word)}: ${between(c)}`,
    adoption: (from: Interval, to: Interval) => {
      if (share(from) === share(to)) return ` Adoption stayed at ${about(to)} meanwhile.`
      const went = from[0] + from[1] < to[0] + to[1] ? 'rose' : 'fell'
      return ` Adoption ${went} from ${about(from)} to ${about(to)} meanwhile.`
    },
    noChange: (questions: number, steady: number) =>
      steady === 0
        ? 'Nothing has changed by more than chance; in so small a group only a large change would show.'
        : `Nothing has changed by more than chance: ${counted(steady)} of ${plural(questions, 'question', 'questions')} held steady.`,
    latest: (month: string) => `Since ${month}: `,
    nothingNew: 'nothing beyond chance.',
    new: (c: { name: string; word: Word; from: Interval; to: Interval }) =>
      `${c.name} ${saying(c.word)} (${about(c.from)}, now ${about(c.to)})`,
    mayBeChance: '; what leans may be chance.',
    firstMonth: 'This is the first month that can be shown. From the next one on, what changed is said here.',
    work: (w: { best: string; helped: Interval; worst: string; hurt: Interval; n: number }) =>
      `AI helps most with ${w.best.toLowerCase()} (${about(w.helped)} of those who used it) and hurts most in ${w.worst.toLowerCase()} (${about(w.hurt)} of ${w.n}).`,
  },
  rules: {
    change:
      'Every question is compared with its own history: the months since each moment against the months before it, by the favourable and unfavourable answers. Rising and falling are said so seldom without a reason that of twenty teams whose months are all alike, at most one is told one of them in a year. The two clearest are told.',
    'no change': 'Said when no question is rising or falling by that rule.',
    latest:
      'The latest month against the one before it, by the same rule and stricter, since two single months carry little.',
    'first month': 'Said while there is nothing to compare with.',
    work: 'The kinds of work with the highest share that is certain of “helped” and of “hurt”, among those who used AI for them.',
  },
  signals: {
    title: 'Pause and look',
    why: 'Why this is said',
    fell: (name: string, since: string) => `${name} has been falling since ${since}.`,
    'pressure without help': (name: string, since: string) =>
      `${name} has been falling since ${since}, while AI does not help more than before.`,
    rules: {
      fell: 'Rule: whether AI helps, can be relied on, or is safe to criticise is falling, for two months or longer.',
      'pressure without help':
        'Rule: fewer and fewer are free of pressure to use AI, and no more say that it helped.',
    },
    data: (d: { name: string; from: Interval; to: Interval; since: string }) =>
      `${d.name}: ${about(d.from)} before ${d.since}, ${about(d.to)} since.`,
    acknowledged: (by: string) => `${by} has seen this:`,
    formerColleague: 'A former colleague',
    acknowledge: 'Tell the team you have seen it',
    acknowledgeTitle: (team: string) => `${team}: what you make of it`,
    note: 'What you make of it, or will do',
    noteHint: 'Everybody who may read this page sees it, with your name.',
    send: 'Tell the team',
  },
  asked: {
    title: 'Everything asked, the strongest change first',
    note: 'Each month is anonymous by itself: nobody’s answers are linked from month to month. So a change is judged as between two groups of people, and small groups show only large changes.',
    question: 'Question',
    line: (months: number) => plural(months, 'month', 'months'),
    now: 'now',
    since: (month: string) => `since ${month}`,
    inAYear: 'in a year',
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
  charts: {
    hero: 'What people use, and what they rely on',
    heroDescription: (own: string, beside: string, group: string) =>
      `${own} beside ${beside}, ${group}, month by month. The table further down holds the same figures.`,
    point: (month: string, of: Interval) => `${month}: ${share(of)}`,
    gap: (points: number) => `gap \u2248 ${points} points`,
    description: (name: string, told: string, group: string) =>
      `${name}, ${group}: share of those who ${told}, month by month. The table below holds the same figures.`,
    adoption: 'Adoption',
    selfReported: 'Use (own report)',
    label: (name: string, last: Interval | undefined) => (last ? `${name} ${about(last)}` : name),
    own: (last: Interval) => about(last),
    range: 'a range: the one person left open',
    exact: 'exact',
    pooled: 'counted with neighbours',
    legend: 'How to read the charts',
  },
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
