import type { Messages } from '../messages/catalogues.ts'
import { useMessages } from '../setting.ts'

export type RoundState = keyof Messages['rounds']['states']

export function StateTag({ state }: { state: RoundState }) {
  const t = useMessages()
  return <span class={state === 'open' ? 'tag open' : 'tag'}>{t.rounds.states[state]}</span>
}
