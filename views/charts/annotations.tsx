export interface Marked {
  /** YYYY-MM. */
  month: string
  text: string
  /** At full length, with its month. */
  title: string
}

interface Room {
  width: number
  /** Of one character, as large as it gets on any screen. */
  character: number
  row: number
}

interface Placed extends Marked {
  at: number
  anchor: 'start' | 'end'
  /** From the top; null where the text has no room beside others, and only the mark stands. */
  row: number | null
  label: string
}

type Reach = [from: number, to: number]

const mostRows = 3
/** In characters, at first and where there is less room. */
const lengths = [32, 12]
const beside = 5

/** Labels in rows above the chart, none on another: the earlier stands higher, so that the mark of a later one passes below it. */
export function placeMarks(marked: Marked[], x: (month: string) => number, room: Room): Placed[] {
  const rows: Reach[][] = Array.from({ length: mostRows }, () => [])
  return marked.map((one) => {
    const at = x(one.month)
    for (const most of lengths) {
      const label = shortened(one.text, most)
      const length = Array.from(label).length * room.character + 2 * beside
      const anchor = at + length <= room.width ? 'start' : 'end'
      const [from, to]: Reach = anchor === 'start' ? [at, at + length] : [at - length, at]
      const row = rows.findIndex((taken) => taken.every(([begin, end]) => end <= from || to <= begin))
      rows[row]?.push([from, to])
      if (row >= 0) return { ...one, at, anchor, label, row }
    }
    return { ...one, at, anchor: 'start', label: '', row: null }
  })
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}\u2026`
}

export const rowsOf = (placed: Placed[]): number => Math.max(0, ...placed.map(({ row }) => (row ?? 0) + 1))

interface MarksProps {
  placed: Placed[]
  row: number
  panel: { top: number; bottom: number }
}

/** What happened in a month: a thin line down through it, and beside its upper end what it was. */
export function Marks({ placed, row: height, panel }: MarksProps) {
  const rows = rowsOf(placed)
  const baseline = (row: number) => panel.top - 10 - (rows - 1 - row) * height
  return (
    <g class="happened">
      {placed.map(({ at, row }) => (
        <line x1={at} x2={at} y1={row === null ? panel.top : baseline(row) - 10} y2={panel.bottom} />
      ))}
      {placed.map(({ at, row, anchor, label, title }) => (
        <g>
          <title>{title}</title>
          <line class="reach" x1={at} x2={at} y1={panel.top} y2={panel.bottom} />
          {row !== null && (
            <text x={anchor === 'start' ? at + beside : at - beside} y={baseline(row)} text-anchor={anchor}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
