import type { ComponentChildren } from 'preact'
import { typing } from '../parts/search.tsx'
import { areMany, type TeamsFound } from '../parts/teams.tsx'
import { useMessages, useSetting } from '../setting.ts'
import { GroupsFound } from './choose.tsx'

export interface Group {
  /** A team's id, or 'organisation'. */
  id: string
  name: string
}

interface HeaderProps {
  group: Group
  groups: TeamsFound
  current: 'overview' | 'heatmap' | 'gaps' | 'agreement' | 'actions'
  /** Whether the reader holds the team's retros. */
  leads?: boolean
  children?: ComponentChildren
}

/** Which team, and which of its pages; each is one press away from the others. */
export function InsightsHeader({ group, groups, current, leads = false, children }: HeaderProps) {
  const t = useMessages()
  const { organisation } = useSetting()
  const { insights: text, kit } = t
  const pages = {
    overview: `/overview/${group.id}`,
    heatmap: `/heatmap/${group.id}`,
    gaps: `/gaps/${group.id}`,
  }
  const isTeam = group.id !== 'organisation'
  const page = current in pages ? (current as keyof typeof pages) : 'overview'
  return (
    <>
      <nav class="tabs" aria-label={text.title}>
        {(['overview', 'heatmap', 'gaps'] as const).map((page) => (
          <a href={pages[page]} aria-current={page === current ? 'page' : undefined}>
            {text.parts[page]}
          </a>
        ))}
        {isTeam &&
          (['agreement', 'actions'] as const).map((page) => (
            <a href={`/teams/${group.id}/${page}`} aria-current={page === current ? 'page' : undefined}>
              {text.parts[page]}
            </a>
          ))}
        {isTeam && leads && <a href={`/teams/${group.id}/kit`}>{kit.tab}</a>}
      </nav>
      <form
        class="choose"
        method="get"
        action={`/${page}`}
        {...(areMany(groups) && typing(`/${page}`, 'group', 'groups'))}
      >
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
