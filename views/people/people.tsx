import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Search } from '../parts/search.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface Person {
  id: string
  email: string
  name: string | null
  team: string | null
  administrator: boolean
  manages: string[]
  facilitates: string[]
}

interface PeopleProps {
  sought: string
  count: number
  people: Person[]
}

export function PeoplePage({ sought, count, people }: PeopleProps) {
  const t = useMessages()
  const text = t.people.list
  return (
    <Page title={text.title} wide live>
      <Search action="/people" name="q" label={text.search} sought={sought} into="found" />
      <Found sought={sought} count={count} people={people} />
      <p class="actions">
        <a href="/people/new">{text.add}</a>
        <a href="/roster/imports/new">{t.people.teamsPage.import}</a>
      </p>
    </Page>
  )
}

function Found({ sought, count, people }: PeopleProps) {
  const text = useMessages().people.list
  return (
    <section id="found" aria-live="polite">
      {count === 0 ? (
        <Empty text={sought ? text.empty : text.emptyRoster} />
      ) : (
        <p>{text.found(count, people.length)}</p>
      )}
      {count > 0 && (
        <Scroll>
          <table class="broad">
            <thead>
              <tr>
                <th>{text.name}</th>
                <th>{text.email}</th>
                <th>{text.team}</th>
                <th>{text.roles}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr>
                  <td>
                    <a href={`/people/${person.id}`}>{person.name ?? person.email}</a>
                  </td>
                  <td>{person.email}</td>
                  <td>{person.team}</td>
                  <td>
                    <Roles person={person} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function Roles({ person }: { person: Person }) {
  const { roles } = useMessages().people
  const held = [
    person.administrator && roles.administrator,
    person.manages.length > 0 && roles.manager,
    person.facilitates.length > 0 && roles.facilitator,
  ]
  return <>{held.filter(Boolean).join(', ') || roles.member}</>
}
