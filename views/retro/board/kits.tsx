import { FindTeam } from '../../parts/teams.tsx'
import { useMessages } from '../../setting.ts'
import type { BoardsProps } from './boards-props.ts'

/** Where a retro begins: whoever leads very many teams unfolds them. */
export function Kits({ teams }: Pick<BoardsProps, 'teams'>) {
  const text = useMessages().board.list
  const { tab } = useMessages().kit
  return (
    <details open={teams.of <= 12 || teams.sought !== ''}>
      <summary>{text.prepare}</summary>
      <FindTeam action="/boards" found={teams}>
        <ul class="rows">
          {teams.teams.map(({ id, path }) => (
            <li>
              <span>{path}</span>
              <a href={`/teams/${id}/kit`} aria-label={`${tab}: ${path}`}>
                {tab}
              </a>
            </li>
          ))}
        </ul>
      </FindTeam>
    </details>
  )
}
