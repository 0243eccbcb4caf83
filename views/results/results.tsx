import { TeamTabs } from '../insights/tabs.tsx'
import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import { bandOrder, partOf } from './bar.tsx'
import type { Item } from './item.tsx'
import { Own, type OpenAction } from './own.tsx'
import { ResultRow, type GroupAbove, type MonthBefore } from './row.tsx'
import { FiguresTable } from './table.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Search } from '../parts/search.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'

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
  viewings: {
    at: Date
    role: 'manager' | 'facilitator' | 'outside'
    what: 'opened' | 'exported'
    by: string | null
    /** The group above whose figures were looked at, this team's among them. */
    within: string | null
  }[]
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

/** The help and hurt grid as one table, a row a kind of work; nothing where it was not asked. */
function Work({ rows }: { rows: Item[] }) {
  const said = useWording()
  const { insights, results: text } = useMessages()
  const [first] = rows
  if (!first) return null
  return (
    <section>
      <h2>{said(first.question.text).question}</h2>
      {first.pooledAs && <p class="hint">{text.pooledAs(first.pooledAs)}</p>}
      <Scroll>
        <table class="compact">
          <thead>
            <tr>
              <th>{text.kindOfWork}</th>
              <th class="number">{text.bands.helped}</th>
              <th class="number">{text.bands.hurt}</th>
              <th class="number">{text.people}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, question, sum, bands }) => (
              <tr>
                <td>{said(question.text).rows?.[row ?? ''] ?? row}</td>
                {sum.shown === 0 ? (
                  <td colSpan={3}>{text.notShown}</td>
                ) : (
                  bandOrder(bands).map((band) => <td class="number">{insights.share(partOf(sum, band))}</td>)
                )}
                {sum.shown > 0 && <td class="number">{sum.n}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Remarks({
  round,
  remarks,
}: Pick<ResultsProps, 'round'> & { remarks: ResultsProps['results']['remarks'] }) {
  const text = useMessages().results
  if (remarks.length === 0) return null
  const asked = (round.questions ?? []).filter(({ id }) => remarks.some(({ question }) => question === id))
  return (
    <section>
      <h2>{text.remarks}</h2>
      {asked.map(({ id, text: { en } }) => (
        <>
          <h3>{en.question}</h3>
          {remarks
            .filter(({ question }) => question === id)
            .map((remark) => (
              <blockquote>{remark.text}</blockquote>
            ))}
        </>
      ))}
    </section>
  )
}

function Viewings({ viewings }: Pick<ResultsProps, 'viewings'>) {
  const text = useMessages().results
  return (
    <section>
      <h2>{text.viewings}</h2>
      {viewings.length === 0 ? (
        <p>{text.nobodyLooked}</p>
      ) : (
        <ul class="plain">
          {viewings.map(({ at, role, what, by, within }) => (
            <li>
              {text.looked[what](by ?? text.formerColleague, text.roles[role], within)} <Time at={at} />
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{text.viewingsNote}</p>
    </section>
  )
}

function Others({
  round,
  others,
  teamId,
}: Pick<ResultsProps, 'round' | 'others'> & { teamId: string | null }) {
  const { results: text, teamSearch } = useMessages()
  return (
    <nav aria-label={text.others} class="others">
      <h2>{text.others}</h2>
      <ul class="plain">
        {teamId !== null && (
          <li>
            <a href={`/rounds/${round.id}/results`}>{text.organisation}</a>
          </li>
        )}
        {!areMany(others) &&
          others.teams
            .filter(({ id }) => id !== teamId)
            .map(({ id, path }) => (
              <li>
                <a href={`/rounds/${round.id}/results/${id}`}>{path}</a>
              </li>
            ))}
      </ul>
      {areMany(others) && <Search action="/results" name="q" label={teamSearch.label} sought="" />}
    </nav>
  )
}
