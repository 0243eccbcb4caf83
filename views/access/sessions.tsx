import { Page } from '../layout.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

interface SessionsProps {
  sessions: { id: string; startedAt: Date; expiresAt: Date; current: boolean }[]
}

export function SessionsPage({ sessions }: SessionsProps) {
  const { access, people } = useMessages()
  const [text, reminders] = [access.sessions, people.mailChoices]
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      <ul class="rows">
        {sessions.map((session) => (
          <li>
            <div>
              {text.started} <Time at={session.startedAt} />{' '}
              {session.current && <strong>({text.current})</strong>}
              <p class="hint">
                {text.expires} <Time at={session.expiresAt} />
              </p>
            </div>
            <form method="post" action={`/sessions/${session.id}/revocation`}>
              <button class="quiet">{text.end}</button>
            </form>
          </li>
        ))}
      </ul>
      <p>
        <a href="/reminders">{reminders.title}</a>
      </p>
    </Page>
  )
}
