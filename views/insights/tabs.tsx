import { useMessages } from '../setting.ts'

export interface Group {
  /** A team's id, or 'organisation'. */
  id: string
  name: string
}

export type Tab = 'overview' | 'results' | 'heatmap' | 'gaps' | 'agreement' | 'actions' | 'kit'

interface TeamTabsProps {
  group: Group
  current: Tab
  /** Whether the reader holds the team's retros. */
  leads?: boolean
}

const everybodys: Tab[] = ['overview', 'results', 'heatmap', 'gaps']
const ofTeams: Tab[] = ['agreement', 'actions']

/** The pages of a team, or of the organisation, each one press away from the others. */
export function TeamTabs({ group: { id }, current, leads = false }: TeamTabsProps) {
  const { insights: text } = useMessages()
  const isTeam = id !== 'organisation'
  const tabs = [...everybodys, ...(isTeam ? ofTeams : []), ...(isTeam && leads ? (['kit'] as const) : [])]
  return (
    <nav class="tabs" aria-label={text.pagesOf}>
      {tabs.map((tab) => (
        <a href={addressOf(tab, id)} aria-current={tab === current ? 'page' : undefined}>
          {text.parts[tab]}
        </a>
      ))}
    </nav>
  )
}

function addressOf(tab: Tab, id: string): string {
  if (tab === 'results') return `/results/${id}`
  return tab === 'overview' || tab === 'heatmap' || tab === 'gaps' ? `/${tab}/${id}` : `/teams/${id}/${tab}`
}
