import { Pages } from '../parts/pages.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

export interface UnitsPage<Unit> {
  some: Unit[]
  page: number
  pages: number
}

interface PreviewProps {
  id: string
  units: UnitsPage<{ names: string[]; size: number }>
  invited: number
  needed: number
}

/** How people would fall into reporting units, and the button that makes it so. */
export function UnitsPreview({ id, units, invited, needed }: PreviewProps) {
  const t = useMessages()
  const text = t.rounds.page
  const { some, ...place } = units
  if (some.length === 0) return <Notice kind="problem">{text.tooSmall(invited, needed)}</Notice>
  return (
    <section>
      <p class="actions">
        <a class="button" href={`/rounds/${id}/opening`}>
          {text.open}
        </a>
        <span class="hint">{text.openHint(invited)}</span>
      </p>
      <h2>{text.preview}</h2>
      <p>{text.previewText(needed)}</p>
      <Table id={id} units={{ ...place, some: some.map(({ names, size }) => ({ teams: names, size })) }} />
    </section>
  )
}

interface TableProps {
  /** Of the round. */
  id: string
  units: UnitsPage<{ teams: string[]; size: number }>
}

export function UnitsTable({ id, units }: TableProps) {
  const text = useMessages().rounds.page
  return (
    <section>
      <h2>{text.units}</h2>
      <Table id={id} units={units} />
    </section>
  )
}

function Table({ id, units: { some, ...place } }: TableProps) {
  const t = useMessages()
  const text = t.rounds.page
  return (
    <>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>{text.teams}</th>
              <th class="number">{text.size}</th>
            </tr>
          </thead>
          <tbody>
            {some.map(({ teams, size }) => (
              <tr>
                <td>
                  {teams.join(', ')} {teams.length > 1 && <span class="tag">{text.pooled}</span>}
                </td>
                <td class="number">{size}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Pages {...place} to={(number) => `/rounds/${id}?page=${number}`} />
    </>
  )
}
