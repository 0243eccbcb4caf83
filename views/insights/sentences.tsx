import { useMessages, useSpeech } from '../setting.ts'
import { InWords } from './in-words.tsx'
import { said, type Sentence } from './said.ts'

/** What a page says first; the rules that made the sentences say so themselves. */
export function Sentences({ sentences }: { sentences: Sentence[] }) {
  const { insights: text } = useMessages()
  const speech = useSpeech()
  const rules = [...new Set(sentences.map(({ rule }) => rule))]
  const told = sentences.map((sentence) => ({ ...said(sentence, speech), isNew: sentence.rule === 'latest' }))
  return (
    <section class="said">
      {told.map(({ rest, isNew }) => isNew && <p class="lead">{rest}</p>)}
      <p class="say">
        {told
          .filter(({ isNew }) => !isNew)
          .map((one) => (
            <>
              <InWords said={one} />{' '}
            </>
          ))}
      </p>
      <details>
        <summary>{text.whyThis}</summary>
        <ul class="plain">
          {rules.map((rule) => (
            <li>{text.rules[rule]}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
