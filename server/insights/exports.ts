import type { Gap } from '#views/insights/gap-props.ts'
import { stringify } from 'csv-stringify/sync'
import type { Delivery } from '../figures/figures.ts'
import type { Interval } from '../disclosure/add.ts'
import type { Item } from '../results/results.ts'
import { everybody, type Group } from './groups.ts'
import type { Heatmap } from './heatmap.ts'
import type { Overview } from './overview.ts'
import { toldBand } from './series.ts'
import type { Shade, ShareTable } from './shades.ts'

/** One figure of a page, as a line of its export. Shares go from 0 to 1; nothing is there where nothing is shown. */
export interface Line {
  group: string
  month: string
  figure: string
  low: number | null
  high: number | null
  n: number | null
  note: string
}

const lineOf = (
  place: Pick<Line, 'group' | 'month' | 'figure'>,
  value: Interval | null,
  n: number | null = null,
  note = '',
): Line => ({
  ...place,
  low: value && shortened(value[0]),
  high: value && shortened(value[1]),
  n: value ? n : null,
  note,
})

/** Of a share a tenth of a per cent, which no group is large enough to need more of. */
const shortened = (value: number): number => Math.round(1000 * value) / 1000

/** The points of every chart of an overview: questions, adoption, the chosen measure; and what happened in its months. */
export function trendLines({ name: group }: Group, overview: Overview): Line[] {
  const months = new Set(overview.history.map(({ round }) => round.month))
  const questions = overview.series
    .filter(({ row }) => row === null)
    .flatMap(({ key, band, points }) =>
      points.map(({ month, share, sum, pooledAs }) =>
        lineOf({ group, month, figure: `${key}: ${band}` }, share, sum.n, pooledAs ?? ''),
      ),
    )
  const adoption = overview.adoption
    .filter(({ month }) => months.has(month))
    .map(({ month, source, sum, pooledAs }) =>
      lineOf({ group, month, figure: `adoption: ${source}` }, activeShare(sum), sum.n, pooledAs ?? ''),
    )
  const isShown = ({ month, measure }: Delivery) => measure === overview.measure && months.has(month)
  const measured = (of: string) => (one: Delivery) =>
    lineOf({ group: of, month: one.month, figure: one.measure }, [one.value, one.value], one.standsFor)
  const delivery = [
    ...overview.delivery.filter(isShown).map(measured(group)),
    ...overview.around.filter(isShown).map(measured(everybody)),
  ]
  const happened = overview.annotations.map(({ month, text }) =>
    lineOf({ group, month, figure: 'annotation' }, null, null, text),
  )
  return [...questions, ...adoption, ...delivery, ...happened]
}

const activeShare = ({ shown, n, bands }: Overview['adoption'][number]['sum']): Interval | null =>
  shown === 0 ? null : [bands['active']![0] / n, bands['active']![1] / n]

export function heatmapLines({ teams, areas }: Heatmap, month: string, show: 'now' | 'change'): Line[] {
  const linesOf = ({ items, rows }: ShareTable, toldOf: (item: Item) => string) =>
    rows.flatMap(({ path, shades }) =>
      items.map((item, n) => {
        const shade = shades[n] ?? null
        const place = { group: path.join(' / '), month, figure: `${item.key}${toldOf(item)}` }
        return show === 'now'
          ? lineOf(place, shade?.share ?? null, shade?.n, shade?.pooledAs ?? '')
          : lineOf(
              { ...place, figure: `${place.figure}: change` },
              shade?.went?.by ?? null,
              shade?.n,
              wentNote(shade),
            )
      }),
    )
  return [...linesOf(teams, () => ''), ...linesOf(areas, ({ bands }) => `: ${toldBand(bands)}`)]
}

const wentNote = (shade: Shade | null): string => {
  const partly = shade?.went?.partly
  return [shade?.pooledAs ?? '', partly ? `${partly.groups} of ${partly.of} groups` : '']
    .filter(Boolean)
    .join(', ')
}

export const gapLines = ({ name: group }: Group, gaps: Gap[], latest: string): Line[] =>
  gaps.flatMap(({ id, parts, difference, before }) => [
    ...parts.map(({ name, month, value }) => lineOf({ group, month, figure: `${id}: ${name}` }, value)),
    ...(difference ? [lineOf({ group, month: latest, figure: `${id}: difference` }, difference)] : []),
    ...(before
      ? [
          lineOf(
            { group, month: before.month, figure: `${id}: ${difference ? 'difference' : 'review'}` },
            before.share,
          ),
        ]
      : []),
  ])

const columns = ['group', 'month', 'figure', 'low', 'high', 'n', 'note'] as const

export const asCsv = (lines: Line[]): string =>
  stringify([columns, ...lines.map((line) => columns.map((column) => line[column]))], {
    record_delimiter: 'windows',
    escape_formulas: true,
  })
