import type { ComponentChildren } from 'preact'
import { useMessages } from '../setting.ts'

export interface Group {
  /** A team's id, or 'organisation'. */
  id: string
  name: string
}

interface HeaderProps {
  group: Group
  groups: Group[]
  current: 'overview' | 'heatmap' | 'gaps' | 'agreement' | 'actions'
  /** Whether the reader holds the team's retros. */
  leads?: boolean
  children?: ComponentChildren
}

/** Which team, and which of its pages; each is one press away from the others. */
export function InsightsHeader({ group, groups, current, leads = false, children }: HeaderProps) {
  const { insights: text, kit } = useMessages()
  const pages = {
    overview: `/overview/${group.id}`,
    heatmap: `/heatmap/${group.id}`,
    gaps: `/gaps/${group.id}`,
  }
  const isTeam = group.id !== 'organisation'
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
      <form class="choose" method="get" action={`/${current in pages ? current : 'overview'}`}>
        <label for="group">{text.group}</label>
        <select id="group" name="group">
          {groups.map(({ id, name }) => (
            <option value={id} selected={id === group.id}>
              {name}
            </option>
          ))}
        </select>
        {children}
        <button class="quiet small">{text.show}</button>
      </form>
    </>
  )
}
