import { Day } from '../parts/day.tsx'
import { useMessages } from '../setting.ts'
import { ItemResult, type Item } from './item.tsx'

export interface OpenAction {
  text: string
  /** Null for a former colleague. */
  owner: string | null
  /** A day. */
  due: string
}

interface OwnProps {
  teamId: string
  own: Item[]
  openActions: OpenAction[]
}

/** Action and answer, joined: what the team did, and whether its people say that it helped. */
export function Own({ teamId, own, openActions }: OwnProps) {
  const text = useMessages().results
  return (
    <div class="columns">
      {own.length > 0 && (
        <section>
          <h2>{text.own}</h2>
          <p>{text.ownNote}</p>
          {own.map((item) => (
            <ItemResult item={item} />
          ))}
        </section>
      )}
      <section>
        {openActions.length > 0 && <OpenActions openActions={openActions} />}
        <p>
          <a href={`/teams/${teamId}/actions`}>{text.actions}</a>
        </p>
      </section>
    </div>
  )
}

/** As they are today, whichever round is looked at. */
function OpenActions({ openActions }: Pick<OwnProps, 'openActions'>) {
  const { results: text, teamActions } = useMessages()
  return (
    <>
      <h2>{text.openActions}</h2>
      <ul class="plain">
        {openActions.map(({ text: what, owner, due }) => (
          <li>
            {what}{' '}
            <span class="hint">
              {teamActions.team.by(owner ?? teamActions.team.former)} <Day day={due} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
