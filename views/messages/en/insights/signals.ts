import { about, type Interval } from '../shares.ts'
import { quoted } from '../wording.ts'

export const signals = {
  title: 'Pause and look',
  why: 'Why this is said',
  fell: (name: string, since: string) => `Fewer say ${quoted(name)} since ${since}.`,
  'pressure without help': (name: string, since: string) =>
    `Fewer say ${quoted(name)} since ${since}, while AI does not help more than before.`,
  'for show': (name: string, since: string) =>
    `Use for show: AI is used more and more, and often mainly to be seen. Fewer say ${quoted(name)} since ${since}, and AI does not help more than before.`,
  rules: {
    fell: 'Rule: whether AI helps, can be relied on, or is safe to criticise is falling, for two months or longer.',
    'pressure without help':
      'Rule: fewer and fewer are free of pressure to use AI, and no more say that it helped.',
    'for show':
      'Rule: at least half use AI, ten points more than about a year before; at least a third say it is often used mainly to be seen; fewer and fewer are free of pressure; and no more say that it helped.',
  },
  data: (d: { name: string; from: Interval; to: Interval; since: string }) =>
    `${d.name}: ${about(d.from)} before ${d.since}, ${about(d.to)} since.`,
  use: (d: { from: Interval; to: Interval; before: string; month: string }) =>
    `Use of AI tools: ${about(d.from)} in ${d.before}, ${about(d.to)} in ${d.month}.`,
  seen: (share: Interval, month: string, n: number) =>
    `AI often used mainly to be seen: ${about(share)} of ${n} answers in ${month}.`,
  answers: (n: number) => ` ${n} answers in the latest month.`,
  acknowledged: (by: string) => `${by} has seen this:`,
  formerColleague: 'A former colleague',
  acknowledge: 'Tell the team you have seen it',
  acknowledgeTitle: (team: string) => `${team}: what you make of it`,
  note: 'What you make of it, or will do',
  noteHint: 'Everybody who may read this page sees it, with your name.',
  send: 'Tell the team',
}
