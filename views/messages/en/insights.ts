import { agreement } from './agreement.ts'
import { gaps } from './gaps.ts'
import { heatmap } from './heatmap.ts'
import { field, percent, points, share, type Interval } from './shares.ts'
import { counted, measured, plural } from './wording.ts'

/** What a question is called in a sentence and on a chart; questions added later are called by their own words. */
const names: Record<string, string> = {
  'ai-helped': 'Help from AI',
  'ai-trust': 'Trust in AI',
  stress: 'Stress',
  'safe-to-say': 'Safe to say it',
  'mistakes-looked-into': 'Mistakes looked into',
  'ai-pressure': 'Pressure to use AI',
  'ship-confidence': 'Confidence in what we ship',
  'felt-speed': 'Felt speed',
  'review-time': 'Time spent reviewing',
  'ai-use': 'Use of AI',
  'safety-mistakes': 'Mistakes not held against people',
  'safety-problems': 'Problems can be raised',
  'safety-difference': 'Being different',
  'safety-risk': 'Risk can be taken',
  'safety-help': 'Help can be asked for',
  'safety-undermining': 'Nobody undermines',
  'safety-skills': 'Skills are used',
}

/** What a high share means, so that more and less need no guessing. */
const told: Record<string, string> = {
  'ai-helped': 'said AI helped',
  'ai-trust': 'could mostly rely on it',
  stress: 'were hardly stressed',
  'safe-to-say': 'found it safe to say that AI made something worse',
  'mistakes-looked-into': 'said the cause is looked for',
  'ai-pressure': 'felt hardly any pressure',
  'ship-confidence': 'were confident',
  'felt-speed': 'felt faster',
  'review-time': 'reviewed nine hours a week or more',
  'ai-use': 'used it three days a week or more',
}

/** Named for what is bad, while the share that is told is of those who are well. */
const inverted = new Set(['stress', 'ai-pressure'])

const moved = (id: string, rising: boolean): string =>
  names[id] === undefined ? 'changed' : rising === inverted.has(id) ? 'fell' : 'rose'

const bandTold: Record<string, string> = {
  favourable: 'answered favourably',
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
  name: (id: string, wording: string) => names[id] ?? wording,
  told: (id: string, band: string) => told[id] ?? bandTold[band] ?? band,
  share,
  points,
  measured,
  parts: {
    overview: 'Overview',
    heatmap: 'Heatmap',
    gaps: 'Gaps',
    agreement: 'Working agreement',
    actions: 'Actions',
    results: 'Answers of the month',
  },
  whyThis: 'Why this is said',
  sentences: {
    response: (ballots: number, invited: number, month: string) =>
      `${counted(ballots)} of ${counted(invited)} people answered in ${month} (${percent(ballots / invited)} %).`,
    change: (c: {
      id: string
      name: string
      told: string
      from: Interval
      to: Interval
      rising: boolean
      since: string
      month: string
      n: number
    }) =>
      `${c.name} ${moved(c.id, c.rising)}: ${share(c.from)} ${c.told} in ${c.since}, ${share(c.to)} in ${c.month}; for ${plural(c.n, 'person', 'people')} that is more than noise.`,
    adoption: (from: Interval, to: Interval) => {
      if (share(from) === share(to)) return ` Adoption stayed at ${share(to)} meanwhile.`
      const went = from[0] + from[1] < to[0] + to[1] ? 'rose' : 'fell'
      return ` Adoption ${went} from ${share(from)} to ${share(to)} meanwhile.`
    },
    noChange: (questions: number, steady: number) =>
      questions === 0
        ? 'There is no earlier round to compare with yet.'
        : steady === 0
          ? `Nothing moved by more than noise; for so few people only a large change would show.`
          : `Nothing moved by more than noise: ${steady} of ${plural(questions, 'question', 'questions')} held steady, and for the others only a large change would show.`,
    delivery: (d: {
      name: string
      unit: string
      from: number
      to: number
      fromMonth: string
      toMonth: string
    }) =>
      measured(d.from) === measured(d.to)
        ? `${d.name} was ${measured(d.to)} ${d.unit} in ${d.toMonth}, as in ${d.fromMonth}.`
        : `${d.name} went from ${measured(d.from)} ${d.unit} in ${d.fromMonth} to ${measured(d.to)} in ${d.toMonth}.`,
    work: (w: { best: string; helped: Interval; worst: string; hurt: Interval; n: number }) =>
      `AI helps most with ${w.best.toLowerCase()} (${share(w.helped)} of those who used it) and hurts most in ${w.worst.toLowerCase()} (${share(w.hurt)} of ${w.n}).`,
  },
  rules: {
    response: 'Always said: without it no share can be weighed.',
    change:
      'Every question is compared with the rounds nearest to three and to twelve months before. The two clearest changes are told, if the chance of any false alarm on this page stays under 5 %.',
    'no change': 'Said when no change on this page is clear enough to be told.',
    delivery:
      'The figure chosen on this page, as it was imported, over the same months. It is not tested for noise.',
    work: 'The kinds of work with the highest share that is certain of “helped” and of “hurt”, among those who used AI for them.',
  },
  signals: {
    title: 'Pause and look',
    'fell twice': (name: string, now: string, then: string) =>
      `${name} fell past noise two rounds running: as of ${then}, and again as of ${now}.`,
    'pressure without help': (name: string, now: string) =>
      `${name} rose past noise by ${now}, while help from AI did not rise.`,
    rules: {
      'fell twice':
        'Rule: help, trust or safety is judged “falling” in the latest round and in the one before, each against the rounds nearest to three and to twelve months earlier.',
      'pressure without help': 'Rule: pressure to use AI is judged rising, and help from AI is not.',
    },
    data: (d: { told: string; from: Interval; to: Interval; since: string; month: string; n: number }) =>
      `${share(d.from)} ${d.told} in ${d.since}, ${share(d.to)} in ${d.month}, of ${plural(d.n, 'person', 'people')}.`,
    acknowledged: (by: string) => `${by} has seen this:`,
    formerColleague: 'A former colleague',
    acknowledge: 'Tell the team you have seen it',
    acknowledgeTitle: (team: string) => `${team}: what you make of it`,
    note: 'What you make of it, or will do',
    noteHint: 'Everybody who may read this page sees it, with your name.',
    send: 'Tell the team',
  },
  trends: 'Month by month',
  trendsNote:
    'Each wave is anonymous by itself: nobody’s answers are linked from month to month. So a change is judged as between two groups of people, and small groups show only large changes.',
  verdict: (verdict: 'rising' | 'steady' | 'falling' | 'too few to tell', since: string) =>
    verdict === 'too few to tell' ? verdict : `${verdict} since ${since}`,
  noVerdict: 'nothing to compare with',
  charts: {
    description: (name: string, told: string, group: string) =>
      `${name}, ${group}: share of those who ${told}, month by month. The table below holds the same figures.`,
    adoption: 'Adoption',
    selfReported: 'Use (own report)',
    /** On the chart, where there is room for one word. */
    beside: (name: string, last: Interval | undefined) =>
      last ? `${name.split(' ', 1)[0]} ${field(last)}\u00a0%` : name,
    own: (last: Interval) => `${field(last)}\u00a0%`,
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
    adoption: 'Adoption',
    pooled: (name: string) => `counted as ${name}`,
  },
  notShown: 'not shown, to protect anonymity',
  notAsked: 'not asked',
  heatmap,
  gaps,
  agreement,
  exports: 'Exactly these figures:',
  print: 'To print a one-page report, use your browser’s print command.',
}
