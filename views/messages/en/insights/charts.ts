import { about, share, type Interval } from '../shares.ts'

export const charts = {
  hero: 'What people use, and what they rely on',
  heroDescription: (own: string, beside: string, group: string) =>
    `${own} beside ${beside}, ${group}, month by month. The table further down holds the same figures.`,
  point: (month: string, of: Interval) => `${month}: ${share(of)}`,
  gap: (points: number) => `gap \u2248 ${points} points`,
  description: (name: string, told: string, group: string) =>
    `${name}, ${group}: share of those who ${told}, month by month. The table below holds the same figures.`,
  adoption: 'Adoption',
  reported: 'Adoption is who used AI in the month, as the tools report it; all else is what people answered.',
  selfReported: 'Use (own report)',
  answered:
    'Use is how many answered that they use AI three days a week or more; no tool’s report was imported.',
  label: (name: string, last: Interval | undefined) => (last ? `${name} ${about(last)}` : name),
  own: (last: Interval) => about(last),
  range: 'a range: the one person left open',
  exact: 'exact',
  pooled: 'counted with neighbours',
  legend: 'How to read the charts',
}
