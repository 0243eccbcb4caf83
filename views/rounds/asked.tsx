import { useMessages, useWording } from '../setting.ts'
import type { RoundProps } from './props.ts'

export function Asked({ asked }: Pick<RoundProps, 'asked'>) {
  const said = useWording()
  const t = useMessages()
  return (
    <section>
      <h2>{t.rounds.page.questions}</h2>
      <p class="hint">{t.rounds.page.shownBy}</p>
      <ol class="plain">
        {asked.map((one) => (
          <li>
            {said(one.text).question}{' '}
            {one.cut !== 'unit' && (
              <small>{one.cut ? t.rounds.cuts[one.cut] : t.rounds.kinds[one.kind]}</small>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
