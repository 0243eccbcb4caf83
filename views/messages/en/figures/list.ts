import { plural } from '../wording.ts'

const seats = (n: number, whose: 'file' | 'roster') =>
  whose === 'file'
    ? plural(n, 'person with a seat', 'people with a seat')
    : plural(n, 'person in the roster', 'people in the roster')

export const list = {
  title: 'Figures',
  lead: 'Adoption and delivery figures that stand beside the results. Of who used a tool only counts are kept, for groups as large as those of the results.',
  empty:
    'There are no figures yet. Import what your AI tools report about their use, and a table of delivery measures, and they appear beside the results.',
  import: 'Import figures',
  measures: 'Measures',
  tokens: 'Tokens for scripts',
  connectors: 'Connected sources',
  month: 'Month',
  what: 'What',
  source: 'Source',
  standsFor: 'Stands for',
  importedAt: 'Imported',
  adoption: 'Adoption',
  delivery: 'Measures',
  people: (n: number, whose: 'file' | 'roster', days: number | null) =>
    days === null ? seats(n, whose) : `${seats(n, whose)}, ${plural(days, 'day', 'days')} of the month`,
  removeLabel: (what: string, source: string, month: string) => `Remove ${what} of ${month} from ${source}`,
}
