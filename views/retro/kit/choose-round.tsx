import { useMessages } from '../../setting.ts'
import type { KitProps } from './props.ts'

export function ChooseRound({
  round,
  rounds,
  team,
}: Pick<KitProps, 'rounds' | 'team'> & { round: { id: string } }) {
  const text = useMessages().kit
  return (
    <form class="choose" method="get" action={`/teams/${team.id}/kit`}>
      <label for="round">{text.round}</label>
      <select id="round" name="round">
        {rounds.map(({ id, name }) => (
          <option value={id} selected={id === round.id}>
            {name}
          </option>
        ))}
      </select>
      <button class="quiet small">{text.show}</button>
    </form>
  )
}
