import type { Messages } from '../messages/catalogues.ts'
import { useMessages } from '../setting.ts'

export interface WarningsProps {
  warnings: (keyof Messages['rounds']['questions']['warnings'])[]
}

const id = 'warnings'

/** What may be wrong with a wording; asked anew while somebody types. */
export function Warnings({ warnings }: WarningsProps) {
  const text = useMessages().rounds.questions
  return (
    <div id={id} class="warnings" aria-live="polite" {...whileTyping}>
      {warnings.length > 0 && (
        <>
          <p>{text.warningsTitle}</p>
          <ul>
            {warnings.map((warning) => (
              <li>{text.warnings[warning]}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export const formId = 'wording'

const whileTyping = {
  'hx-post': '/questions/new/warnings',
  'hx-trigger': `input changed delay:400ms from:#${formId}`,
  'hx-include': `#${formId}`,
  'hx-swap': 'outerHTML',
}
