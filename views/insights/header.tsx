import type { ComponentChildren } from 'preact'
import { typing } from '../parts/search.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'
import { useMessages, useSetting } from '../setting.ts'
import { GroupsFound } from './choose.tsx'
import { TeamTabs, type Group, type Tab } from './tabs.tsx'

interface HeaderProps {
  group: Group
  groups: TeamsFound
  current: Tab
  /** Whether the reader holds the team's retros. */
  leads?: boolean
  children?: ComponentChildren
}

/** Which team, and which of its pages; each is one press away from the others. */
export function InsightsHeader({ group, groups, current, leads = false, children }: HeaderProps) {
  const { insights: text } = useMessages()
  const { organisation } = useSetting()
  const page = current === 'heatmap' || current === 'gaps' ? current : 'overview'
  return (
    <>
      <TeamTabs group={group} current={current} leads={leads} />
      <form
        class="choose"
        method="get"
        action={`/${page}`}
        {...(areMany(groups) ? typing(`/${page}`, 'group', 'groups') : choosing(`/${page}`))}
      >
        {!areMany(groups) && <input type="hidden" name="listed" value="yes" />}
        <label for="group">{text.group}</label>
        {areMany(groups) ? (
          <input id="group" name="group" type="search" value={group.name} />
        ) : (
          <select id="group" name="group">
            {[{ id: 'organisation', path: organisation ?? '' }, ...groups.teams].map(({ id, path }) => (
              <option value={id} selected={id === group.id}>
                {path}
              </option>
            ))}
          </select>
        )}
        {children}
        <button class="quiet small">{text.show}</button>
      </form>
      {areMany(groups) && <GroupsFound page={page} />}
    </>
  )
}

/** With a script, what is chosen is shown at once; the server says where. */
const choosing = (action: string) => ({ 'hx-get': action, 'hx-trigger': 'change' })
