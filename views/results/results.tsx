import { TeamTabs } from '../insights/tabs.tsx'
import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages, useWording } from '../setting.ts'
import type { Item } from './item.tsx'
import { Own, type OpenAction } from './own.tsx'
import { ResultRow, type GroupAbove, type MonthBefore } from './row.tsx'
import { FiguresTable } from './table.tsx'
import { Others } from './others.tsx'
import { Remarks } from './remarks.tsx'
import { Viewings, type Viewing } from './viewings.tsx'
import { Work } from './work.tsx'
import type { TeamsFound } from '../parts/teams.tsx'

interface ResultsProps {
  round: {
    id: string
    name: string
    threshold: number
    questions: { id: string; kind: string; text: { en: { question: string } } }[] | null
  }
  results: {
    teamId: string | null
    name: string
    items: Item[]
    own: Item[]
    byAttribute: {
      attribute: { text: { en: { question: string; options: Record<string, string> } } }
      bands: string[]
      items: Item[]
    }[]
    response: { invited: number; ballots: number } | null
    classes: { name: string }[]
    elsewhere: number
    remarks: { question: string; text: string }[]
  }
  since: MonthBefore | null
  above: GroupAbove | null
  openActions: OpenAction[]
  viewings: Viewing[]
  others: TeamsFound
  /** Whether the reader holds the team's retros. */
  leads: boolean
}

export function ResultsPage(props: ResultsProps) {
  const { round, results, since, above, openActions, viewings, others, leads } = props
  const t = useMessages()
  const text = t.results
  const { teamId, response, items } = results
  const name = teamId ? results.name : text.organisation
  const scales = items.filter(({ row }) => row === null)
  const rows = items.filter(({ row }) => row !== null)
  return (
    <Page title={`${name}, ${round.name}`} wide>
      <TeamTabs group={{ id: teamId ?? 'organisation', name }} current="results" leads={leads} />
      {response && <p class="lead">{text.response(response.ballots, response.invited)}</p>}
      <Pooling results={results} />
      {teamId && <Own teamId={teamId} own={results.own} openActions={openActions} />}
      <h2>{text.ratings}</h2>
      <Legend items={scales} />
      {scales.map((item, n) => (
        <ResultRow item={item} open={n === 0} since={since} above={above} />
      ))}
      <FiguresTable items={scales} />
      <div class="columns">
        <Work rows={rows} />
        <div>
          <Remarks round={round} remarks={results.remarks} />
          {teamId && <Viewings viewings={viewings} />}
        </div>
      </div>
      {results.byAttribute.map((part) => (
        <AttributePart {...part} />
      ))}
      <p class="actions">
        <a href={`/rounds/${round.id}/privacy`}>{text.privacy}</a>
        <a href={`/rounds/${round.id}/cells.csv`}>CSV</a>
        <a href={`/rounds/${round.id}/cells.json`}>JSON</a>
      </p>
      <Others round={round} others={others} teamId={teamId} />
    </Page>
  )
}

function Pooling({ results }: Pick<ResultsProps, 'results'>) {
  const text = useMessages().results
  const { classes, elsewhere, items } = results
  const [only, ...others] = classes
  const pooled = items.find(({ pooledAs }) => pooledAs !== null)?.pooledAs
  return (
    <>
      {pooled && only?.name === pooled && others.length === 0 && (
        <Notice kind="note">{text.pooledNote(pooled)}</Notice>
      )}
      {elsewhere > 0 && <Notice kind="note">{text.elsewhere(elsewhere)}</Notice>}
    </>
  )
}

const legendOrder = ['favourable', 'neutral', 'unfavourable', 'high', 'middle', 'low', 'open'] as const

/** Names the colours that occur on the page; the sentences say the same without them. */
function Legend({ items }: { items: Item[] }) {
  const text = useMessages().results
  const used = new Set([...items.flatMap(({ bands }) => bands), 'open'])
  return (
    <p class="legend" aria-hidden="true">
      {legendOrder
        .filter((band) => used.has(band))
        .map((band) => (
          <span>
            <i class={`swatch band-${band}`} /> {text.legend[band]}
          </span>
        ))}
    </p>
  )
}

/** Of everybody in some bands of a declared attribute; small bands were pooled, so there may be several. */
function AttributePart({ attribute, bands, items }: ResultsProps['results']['byAttribute'][number]) {
  const said = useWording()
  const { list, results } = useMessages()
  const { question, options } = said(attribute.text)
  const names = bands.map((band) => options[band] ?? results.notStated)
  return (
    <section>
      <h2>
        {question} {list(names)}
      </h2>
      {items.map((item) => (
        <ResultRow item={{ ...item, key: `${item.key}-${bands.join('-')}` }} />
      ))}
    </section>
  )
}
