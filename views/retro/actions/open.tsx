import { Day } from '../../parts/day.tsx'
import { useMessages } from '../../setting.ts'

export interface OpenActionProps {
  action: {
    id: string
    text: string
    owner: string | null
    due: string
    /** What it is called outside; null where it is nothing. */
    issue?: { key: string | null; link: string | null; state: 'open' | 'done' | 'gone' } | null
  }
  /** A day: what was due before it is overdue. */
  today: string
  /** The team's name, or the question it should move. */
  about?: string | null
  mayComplete: boolean
  mayChange: boolean
  makesIssues?: boolean
}

export function OpenAction({
  action,
  today,
  about,
  mayComplete,
  mayChange,
  makesIssues = false,
}: OpenActionProps) {
  const { teamActions, issues } = useMessages()
  const text = teamActions.team
  const { id, text: what, owner, due } = action
  return (
    <li>
      <div>
        <strong>{what}</strong>
        <p class="hint">
          {text.by(owner ?? text.former)} <Day day={due} />{' '}
          {due < today && <span class="tag due">{text.overdue}</span>}
        </p>
        {about && <p class="hint">{about}</p>}
        <Issue action={action} />
      </div>
      {mayComplete && (
        <div class="actions tight">
          <form method="post" action={`/actions/${id}/completion`}>
            <button class="quiet small" aria-label={text.completes(what)}>
              {text.complete}
            </button>
          </form>
          {mayChange && (
            <>
              {makesIssues && !action.issue?.key && (
                <form method="post" action={`/actions/${id}/issue`}>
                  <button class="quiet small" aria-label={issues.makes(what)}>
                    {issues.make}
                  </button>
                </form>
              )}
              <a class="button quiet small" href={`/actions/${id}/edit`} aria-label={text.changes(what)}>
                {text.change}
              </a>
              <a class="button quiet small" href={`/actions/${id}/drop`} aria-label={text.drops(what)}>
                {text.drop}
              </a>
            </>
          )}
        </div>
      )}
    </li>
  )
}

function Issue({ action: { issue } }: Pick<OpenActionProps, 'action'>) {
  const text = useMessages().issues
  if (!issue?.key || !issue.link) return null
  return (
    <p class="hint">
      <a href={issue.link}>{text.issue(issue.key)}</a> {issue.state === 'gone' && text.gone}
    </p>
  )
}
