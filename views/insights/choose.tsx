import { Page } from '../layout.tsx'
import { Search } from '../parts/search.tsx'
import type { TeamsFound } from '../parts/teams.tsx'
import { useMessages } from '../setting.ts'

interface ChooseGroupProps {
  page: 'overview' | 'heatmap' | 'gaps'
  groups: TeamsFound
}

/** Where somebody is who typed a part of a team's path. */
export function ChooseGroupPage({ page, groups }: ChooseGroupProps) {
  const { teamSearch: text } = useMessages()
  return (
    <Page title={text.label} live>
      <Search action={`/${page}`} name="group" label={text.label} sought={groups.sought} into="groups" />
      <GroupsFound page={page} groups={groups} />
    </Page>
  )
}

/** Stands empty below the search of another page until something is typed there. */
export function GroupsFound({ page, groups }: Pick<ChooseGroupProps, 'page'> & { groups?: TeamsFound }) {
  const { teamSearch: text, insights } = useMessages()
  return (
    <div id="groups" aria-live="polite">
      {groups && (
        <>
          <p class="hint">{text.found(groups.count, groups.teams.length)}</p>
          <ul class="plain">
            <li>
              <a href={`/${page}/organisation`}>{insights.organisation}</a>
            </li>
            {groups.teams.map(({ id, path }) => (
              <li>
                <a href={`/${page}/${id}`}>{path}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
