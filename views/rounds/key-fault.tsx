import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import type { RoundProps } from './props.ts'

export function KeyFault({ round, keyFault }: RoundProps) {
  const text = useMessages().rounds.keyFaults
  if (round.state === 'unclosable') return <Notice kind="problem">{text.unclosable}</Notice>
  if (!keyFault) return null
  return (
    <Notice kind="problem" title={text.title}>
      {text[keyFault]} {text.text}
    </Notice>
  )
}
