import { Notice } from '../parts/notice.tsx'
import { useMoment } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

export interface Office {
  /** Whether there are people, and whether any round was ever planned. */
  roster: boolean
  began: boolean
  insecureUrl: string | null
  /** Letters that could not be sent. */
  failing: number
  /** Names of channels that messages did not reach. */
  failingChannels: string[]
  /** Names of open rounds whose keys are not what they were opened with. */
  keyFaults: string[]
  next: { id: string; name: string; opensAt: Date } | null
  last: { id: string; name: string; invited: number; ballots: number } | null
}

/** What needs somebody now; nothing where nothing does. */
export function Attention({ insecureUrl, failing, failingChannels, keyFaults }: Office) {
  const t = useMessages()
  const text = t.access.home
  return (
    <>
      {insecureUrl && (
        <Notice kind="problem" title={text.insecureTitle}>
          {text.insecure(insecureUrl)}
        </Notice>
      )}
      {failing > 0 && (
        <Notice kind="problem" title={text.mailTitle}>
          {text.mail(failing)} <a href="/mail">{text.mailSee}</a>
        </Notice>
      )}
      {failingChannels.length > 0 && (
        <Notice kind="problem" title={text.chatTitle}>
          {text.chat(t.list(failingChannels))} <a href="/chat">{text.chatSee}</a>
        </Notice>
      )}
      {keyFaults.map((name) => (
        <Notice kind="problem" title={text.keysTitle(name)}>
          {text.keys} <a href="/rounds">{text.keysSee}</a>
        </Notice>
      ))}
    </>
  )
}

/** What comes next, and how the last round went. */
export function Around({ next, last, isOpen }: Office & { isOpen: boolean }) {
  const text = useMessages().access.home
  const moment = useMoment()
  return (
    <div class="columns">
      <section>
        <h2>{text.next}</h2>
        {next ? (
          <p>
            <a href={`/rounds/${next.id}`}>{next.name}</a>
            <br />
            {text.opens(moment(next.opensAt))}
          </p>
        ) : isOpen ? (
          <p>{text.nothingPlanned}</p>
        ) : (
          <p>
            {text.nothingPlanned}{' '}
            <a class="button" href="/rounds/new">
              {text.planRound}
            </a>
          </p>
        )}
      </section>
      {last && (
        <section>
          <h2>{text.last}</h2>
          <p>
            <a href={`/rounds/${last.id}/results`}>{last.name}</a>
            <br />
            {text.turnout(last.ballots, last.invited)}
          </p>
        </section>
      )}
    </div>
  )
}
