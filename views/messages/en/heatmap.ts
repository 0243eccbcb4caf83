import { field, share, went, type Interval } from './shares.ts'

const plus = (points: number): string => went([points / 100, points / 100])

export const heatmap = {
  title: (group: string, month: string) => `Heatmap: ${group}, ${month}`,
  lead: 'Each field is the percentage of answers at the good end its column is named for; amounts, in grey, are neither good nor bad. Two numbers are a range, with the shade of its middle.',
  changeLead: (before: string) =>
    `Each field says by how many points the share at the good end its column is named for went since ${before}: + is better, \u2212 is worse; amounts, in grey, are neither. Two numbers are a range. Only the same groups are compared; \u2013 is written where there are none.`,
  nothingBefore: 'There is no month before this one to compare with.',
  switch: 'What the fields show',
  shows: { now: 'Now', change: 'Change since the month before' },
  teams: 'Teams by question',
  team: 'Team',
  areas: {
    help: {
      title: 'Kinds of work by area',
      lead: 'Helped and hurt among those who used AI for it, shown by area since few in a small team have.',
    },
    use: {
      title: 'Where AI is used, and where not',
      lead: 'How many of those who answered used AI for it at all. Neither much nor little is good by itself.',
    },
  },
  area: 'Area',
  sortBy: (name: string) => `Sort by ${name}`,
  inOrder: 'In the order of the tree',
  none: 'There are no teams here that you may read.',
  round: 'Round',
  earlier: 'Fewer',
  /** Without its unit, as the fields of a map have it. */
  field,
  went,
  pooled: '* counted with neighbours',
  partly: '\u2020 compared in some of its groups only',
  n: (n: number) => `${n} answers`,
  fromTo: (from: Interval, to: Interval) => `${share(from)}, now ${share(to)}`,
  notCompared: 'nothing that can be compared',
  /** What the shades beside it stand for. */
  legends: {
    now: {
      goodEnd: 'Per cent at the good end',
      help: 'Per cent who said AI helped',
      use: 'Per cent who used AI',
      amounts: 'Per cent, amounts',
    },
    change: {
      goodEnd: 'Points worse or better',
      help: 'Points worse or better',
      use: 'Points, amounts',
      amounts: 'Points, amounts',
    },
  },
  /** Which shares a shade stands for, and by how many points they went; null where there is no end. */
  shares: (low: number, high: number) => `${low}\u2013${high}`,
  points: (low: number | null, high: number | null) => {
    if (low === null) return `${plus(high ?? 0)} or less`
    return high === null ? `${plus(low)} or more` : `${plus(low)} to ${plus(high)}`
  },
}
