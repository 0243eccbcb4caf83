import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface PreviewProps {
  id: string
  units: { names: string[]; size: number }[]
  invited: number
  needed: number
}

/** How people would fall into reporting units, and the button that makes it so. */
export function UnitsPreview({ id, units, invited, needed }: PreviewProps) {
  const t = useMessages()
  const text = t.rounds.page
  if (units.length === 0) return <Notice kind="problem">{text.tooSmall(invited, needed)}</Notice>
  return (
    <section>
      <form method="post" action={`/rounds/${id}/opening`} class="actions">
        <button>{text.open}</button>
        <p class="hint">{text.openHint(invited)}</p>
      </form>
      <h2>{text.preview}</h2>
      <p>{text.previewText(needed)}</p>
      <Table rows={units.map(({ names, size }) => ({ teams: names, size }))} />
    </section>
  )
}

export function UnitsTable({ units }: { units: { teams: string[]; size: number }[] }) {
  const text = useMessages().rounds.page
  return (
    <section>
      <h2>{text.units}</h2>
      <Table rows={units} />
    </section>
  )
}

function Table({ rows }: { rows: { teams: string[]; size: number }[] }) {
  const t = useMessages()
  const text = t.rounds.page
  return (
    <Scroll>
      <table>
        <thead>
          <tr>
            <th>{text.teams}</th>
            <th class="number">{text.size}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ teams, size }) => (
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
  )
}
