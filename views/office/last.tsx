import { InWords } from '../insights/in-words.tsx'
import { said } from '../insights/said.ts'
import { useMoment } from '../parts/time.tsx'
import { useMessages, useSpeech } from '../setting.ts'
import type { Around } from './around.ts'

/** The last round with results. */
export function Last({ last }: { last: NonNullable<Around['last']> }) {
  const text = useMessages().access.home
  const speech = useSpeech()
  const { id, name, invited, ballots, closesAt } = last
  return (
    <section class="card">
      <h2>{name}</h2>
      <p>
        {text.turnout(ballots, invited)} {text.published(useMoment()(closesAt))}
      </p>
      {last.sentences.map((sentence) => (
        <p>
          <InWords said={said(sentence, speech)} />
        </p>
      ))}
      <p>
        <a href={`/rounds/${id}/results`}>{text.seeResults}</a>
      </p>
    </section>
  )
}
