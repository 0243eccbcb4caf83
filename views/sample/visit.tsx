import { Page } from '../layout.tsx'
import { useMessages, useSetting } from '../setting.ts'

type Role = 'member' | 'manager' | 'facilitator' | 'administrator'

interface VisitProps {
  people: { id: string; role: Role; name: string; team: string }[]
  /** Id of the person the visitor is now. */
  you: string
}

export function VisitPage({ people, you }: VisitProps) {
  const t = useMessages()
  const { organisation } = useSetting()
  const text = t.sample.visit
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead(organisation ?? '')}</p>
      <p>{text.follow}</p>
      <ul class="rows">
        {people.map((person) => (
          <li>
            <div>
              <strong>{person.name}</strong>, {text.roles[person.role]}
              <p class="hint">{person.team}</p>
              <p>{text.sees[person.role]}</p>
            </div>
            {person.id === you ? <strong>{text.you}</strong> : <Visit role={person.role} />}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button" href="/results">
          {text.start}
        </a>
      </p>
    </Page>
  )
}

function Visit({ role }: { role: Role }) {
  const text = useMessages().sample.visit
  return (
    <form method="post" action="/sample/visits">
      <input type="hidden" name="as" value={role} />
      <button class="quiet">{text.as(text.roles[role])}</button>
    </form>
  )
}
