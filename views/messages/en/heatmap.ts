import { field } from './shares.ts'

export const heatmap = {
  title: (group: string, month: string) => `Heatmap: ${group}, ${month}`,
  lead: 'Each field is the percentage of answers at the good end its column is named for; amounts, in grey, are neither good nor bad. Two numbers are a range. Wider tables go on to the right.',
  teams: 'Teams by question',
  team: 'Team',
  areas: 'Kinds of work by area',
  areasLead: 'Helped and hurt among those who used AI for it, shown by area since few in a small team have.',
  area: 'Area',
  sortBy: (name: string) => `Sort by ${name}`,
  inOrder: 'In the order of the tree',
  none: 'There are no teams here that you may read.',
  round: 'Round',
  earlier: 'Fewer',
  /** Without its unit, as the fields of a map have it. */
  field,
  pooled: '* counted with neighbours',
  n: (n: number) => `${n} answers`,
  legend: 'From 0 to 100 % at the good end',
}
