import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

export interface Viewing {
  at: Date
  role: 'manager' | 'facilitator' | 'outside'
  what: 'opened' | 'exported' | 'mailed'
  by: string | null
  /** The group above whose figures were looked at, this team's among them. */
  within: string | null
}

/** Who looked at these results, for the team's own people. */
export function Viewings({ viewings }: { viewings: Viewing[] }) {
  const text = useMessages().results
  const mailed = viewings.filter(({ what }) => what === 'mailed')
  const looked = viewings.filter(({ what }) => what !== 'mailed')
  return (
    <section>
      <h2>{text.viewings}</h2>
      {viewings.length === 0 ? (
        <p>{text.nobodyLooked}</p>
      ) : (
        <>
          <Lines viewings={looked} />
          {mailed.length > 0 && (
            <details>
              <summary>{text.mailed(mailed.length)}</summary>
              <Lines viewings={mailed} />
            </details>
          )}
        </>
      )}
      <p class="hint">{text.viewingsNote}</p>
    </section>
  )
}

function Lines({ viewings }: { viewings: Viewing[] }) {
  const text = useMessages().results
  return (
    <ul class="plain">
      {viewings.map(({ at, role, what, by, within }) => (
        <li>
          {text.looked[what](by ?? text.formerColleague, text.roles[role], within)} <Time at={at} />
        </li>
      ))}
    </ul>
  )
}
