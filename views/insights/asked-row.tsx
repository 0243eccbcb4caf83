import { Sparkline } from '../charts/sparkline.tsx'
import type { Measure } from '../charts/strip.tsx'
import { useMonth } from '../parts/time.tsx'
import type { GroupAbove } from '../results/row.tsx'
import { useMessages } from '../setting.ts'
import { overviewAddress, type Chosen } from './address.ts'
import type { Annotation } from './annotations.tsx'
import { sharesOf, type Beside } from './beside.ts'
import type { Group } from './tabs.tsx'
import { isAmount, type Change, type Interval, type Series, type Word } from './figures.ts'
import { useName } from './name.ts'
import { Trend } from './trend.tsx'

export interface AskedProps {
  group: Group
  overview: {
    history: { round: { month: string } }[]
    series: Series[]
    changes: Change[]
    annotations: Annotation[]
  }
  beside: Beside | null
  measure: Measure | null
  /** Key of the question whose row is open. */
  open: string | null
  chosen: Chosen
  above: GroupAbove | null
}

interface RowProps extends AskedProps {
  own: Series
  change: Change | undefined
  months: string[]
}

/** A line of the table, and below it the question opened. */
export function AskedRow({ own, change, months, ...props }: RowProps) {
  const { insights } = useMessages()
  const name = useName()(own)
  const { group, open, chosen } = props
  const isOpen = open === own.key
  const id = `asked-${own.key}`
  const to = overviewAddress(group.id, chosen, isOpen ? undefined : own.key)
  const latest = own.points.at(-1)
  const now = latest?.share ?? null
  const askedNow = latest?.month === months.at(-1)
  const month = useMonth('bare')
  const isLatest = change?.latest.fromMonth === months.at(-2)
  return (
    <tbody id={id}>
      <tr>
        <th scope="row">
          <a
            id={`open-${own.key}`}
            href={`${to}#${id}`}
            aria-expanded={isOpen ? 'true' : 'false'}
            hx-get={to}
            hx-select={`#${id}`}
            hx-target={`#${id}`}
            hx-swap="outerHTML"
          >
            {name}
          </a>
          <Notes own={own} change={change} />
        </th>
        <td class="line">
          <Sparkline points={sharesOf(own)} months={months} amount={isAmount(own)} />
        </td>
        <td class="number">
          {now ? (
            <b title={insights.share(now)}>{insights.about(now)}</b>
          ) : (
            <span class="hint">{insights.notShownShort}</span>
          )}
          {!askedNow && latest && <small> {insights.asked.inMonth(month(latest.month))}</small>}
        </td>
        <Moved by={change && askedNow && isLatest ? change.moved.latest : null} span="latest" />
        <Moved by={change?.moved.year ?? null} span="year" />
        <td>
          {change ? (
            <WordTag change={change} />
          ) : (
            <span class="hint">{own.points.length > 1 ? insights.notJudged : insights.noVerdict}</span>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr class="opened">
          <td colSpan={6}>
            <Trend {...props} own={own} change={change} name={name} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** What has to be known of a line to read it rightly. */
function Notes({ own, change }: Pick<RowProps, 'own' | 'change'>) {
  const text = useMessages().insights.asked
  const pooledAs = own.points.at(-1)?.pooledAs
  const notes = [
    ...(pooledAs ? [text.pooled(pooledAs)] : []),
    ...(change?.partly ? [text.partly(change.partly.groups, change.partly.of)] : []),
  ]
  return notes.length > 0 ? <small>{notes.join(', ')}</small> : null
}

function Moved({ by, span }: { by: Interval | null; span: 'latest' | 'year' }) {
  const { signed } = useMessages().insights
  return <td class={`number ${span}`}>{by ? signed(by) : ''}</td>
}

const lookOf = (word: Word, amount: boolean): string | undefined => {
  if (word === 'rising' || word === 'falling') return amount ? 'moved' : `moved ${word}`
  return word.startsWith('leans') ? 'leans' : 'hint'
}

function WordTag({ change: { series, lasting } }: { change: Change }) {
  const text = useMessages().insights
  const month = useMonth('bare')
  const { word, sinceMonth } = lasting
  const isMoved = word !== 'steady' && word !== 'no more than chance'
  return (
    <>
      <span class={lookOf(word, isAmount(series))}>{text.word[word]}</span>{' '}
      {isMoved && <small>{text.wordSince(month(sinceMonth))}</small>}
    </>
  )
}
