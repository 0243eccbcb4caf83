import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Time, useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { sourceName } from './source.ts'
import { Scroll } from '../parts/scroll.tsx'

interface FigureMonth {
  kind: 'adoption' | 'delivery'
  source: string
  month: string
  importedAt: Date
  seats: 'file' | 'roster' | null
  days: number | null
  standsFor: number
}

export function FiguresPage({ figures }: { figures: FigureMonth[] }) {
  const text = useMessages().figures.list
  return (
    <Page title={text.title} wide>
      <p class="lead">{text.lead}</p>
      {figures.length === 0 ? (
        <Empty text={text.empty}>
          <a class="button" href="/figures/imports/new">
            {text.import}
          </a>
          <a href="/figures/connectors">{text.connectors}</a>
          <a href="/figures/measures">{text.measures}</a>
        </Empty>
      ) : (
        <>
          <p class="actions">
            <a class="button" href="/figures/imports/new">
              {text.import}
            </a>
            <a href="/figures/connectors">{text.connectors}</a>
            <a href="/figures/measures">{text.measures}</a>
            <a href="/tokens">{text.tokens}</a>
          </p>
          <Figures figures={figures} />
        </>
      )}
    </Page>
  )
}

function Figures({ figures }: { figures: FigureMonth[] }) {
  const t = useMessages()
  const text = t.figures.list
  const month = useMonth()
  return (
    <Scroll>
      <table class="broad">
        <thead>
          <tr>
            <th>{text.month}</th>
            <th>{text.what}</th>
            <th>{text.source}</th>
            <th>{text.standsFor}</th>
            <th>{text.importedAt}</th>
            <th>{t.actions.remove}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr>
              <td>{month(one.month)}</td>
              <td>{text[one.kind]}</td>
              <td>{sourceName(t, one.source)}</td>
              <td>
                {one.kind === 'delivery'
                  ? t.figures.teams(one.standsFor)
                  : text.people(one.standsFor, one.seats ?? 'file', one.days)}
              </td>
              <td>
                <Time at={one.importedAt} />
              </td>
              <td>
                <a
                  href={removal(one)}
                  aria-label={text.removeLabel(text[one.kind], sourceName(t, one.source), one.month)}
                >
                  {t.actions.remove}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const removal = ({ kind, source, month }: FigureMonth) =>
  `/figures/removals/new?${new URLSearchParams({ kind, source, month }).toString()}`
