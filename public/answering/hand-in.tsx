import { isBegun, type Draft } from './draft.ts'
import { messages } from './messages.ts'

const text = messages.questions

export function HandIn({ draft, isKept, onBack }: { draft: Draft; isKept: boolean; onBack: () => void }) {
  return (
    <section class="hand-in">
      <h2>{text.submit.title}</h2>
      <p>{text.submit.final}</p>
      <p>{text.submit.thisDevice}</p>
      {!isBegun(draft) && <p class="notice">{text.submit.empty}</p>}
      <p role="alert" class="fault">
        {!isKept && text.notKept}
      </p>
      <button class="wide">{text.submit.button}</button>
      <button type="button" class="quiet" onClick={onBack}>
        {text.submit.back}
      </button>
    </section>
  )
}
