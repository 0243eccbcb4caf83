import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Time } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import { StateTag, type RoundState } from './state.tsx'

interface RoundsProps {
  rounds: { id: string; name: string; opensAt: Date; closesAt: Date; state: RoundState }[]
}

export function RoundsPage({ rounds }: RoundsProps) {
  const text = useMessages().rounds.list
  const add = (
    <a class="button" href="/rounds/new">
      {text.add}
    </a>
  )
  if (rounds.length === 0)
    return (
      <Page title={text.title}>
        <Empty text={text.empty}>{add}</Empty>
      </Page>
    )
  return (
    <Page title={text.title} wide>
      <p class="actions">{add}</p>
      <ul class="rows">
        {rounds.map(({ id, name, state, opensAt, closesAt }) => (
          <li>
            <div>
              <a href={`/rounds/${id}`}>{name}</a>
              <p class="hint">
                {state === 'closed' ? text.opened : text.opens} <Time at={opensAt} />,{' '}
                {state === 'closed' ? text.closed : text.closes} <Time at={closesAt} />
              </p>
            </div>
            <StateTag state={state} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
