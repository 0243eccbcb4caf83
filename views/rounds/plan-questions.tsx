import { Fault, typedText, type Faults, type Typed } from '../parts/field.tsx'
import { useMessages, useWording } from '../setting.ts'
import { chosenIn, type Choice } from './chosen.ts'

/** A declared attribute is not offered: it is asked when, and only when, a question is cut by it. */
export function Questions({ bank, typed, faults }: { bank: Choice[]; typed: Typed; faults: Faults }) {
  const said = useWording()
  const t = useMessages()
  const text = t.rounds.form
  const chosen = chosenIn(typed, 'questions')
  return (
    <fieldset>
      <legend>{text.questions}</legend>
      <p class="hint">{text.questionsHint}</p>
      <Fault name="questions" fault={faults.questions} />
      <input type="hidden" name="questions" value="" />
      {bank
        .filter(({ question }) => question.kind !== 'attribute')
        .map(({ question }) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`questions-${question.id}`}
              name="questions"
              value={question.id}
              checked={chosen.has(question.id)}
            />
            <label for={`questions-${question.id}`}>{said(question.text).question}</label>
            {question.cut && (
              <select
                name={`cuts.${question.id}`}
                aria-label={`${text.cut}: ${said(question.text).question}`}
              >
                {Object.entries(t.rounds.cuts).map(([cut, label]) => (
                  <option
                    value={cut}
                    selected={cut === typedText(typed, `cuts.${question.id}`, question.cut)}
                  >
                    {label}
                  </option>
                ))}
              </select>
            )}
          </div>
        ))}
    </fieldset>
  )
}
