import { Fault, typedText, type Faults, type Typed } from '../parts/field.tsx'
import type { Messages } from '../messages/catalogues.ts'
import { useMessages, useWording } from '../setting.ts'
import { chosenIn, type Choice } from './chosen.ts'

/** A declared attribute is not offered: it is asked when, and only when, a question is cut by it. */
export function Questions({ bank, typed, faults }: { bank: Choice[]; typed: Typed; faults: Faults }) {
  const t = useMessages()
  const text = t.rounds.form
  const chosen = chosenIn(typed, 'questions')
  return (
    <fieldset>
      <legend>{text.questions}</legend>
      <p class="hint">{text.questionsHint}</p>
      <Fault name="questions" fault={faults.questions} />
      <input type="hidden" name="questions" value="" />
      {groupsOf(bank.filter(({ question }) => question.kind !== 'attribute')).map(([place, group]) => (
        <>
          <h3>{t.rounds.questions.placeChoices[place]}</h3>
          {group.map(({ question }) => (
            <Offered question={question} typed={typed} isChosen={chosen.has(question.id)} />
          ))}
        </>
      ))}
    </fieldset>
  )
}

type Place = keyof Messages['rounds']['questions']['placeChoices']

/** As the list of questions has them. */
function groupsOf(bank: Choice[]): [Place, Choice[]][] {
  const groups = new Map<Place, Choice[]>()
  for (const one of bank) {
    const place = one.turn === null ? (one.place as Place) : (`turn-${one.turn}` as Place)
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  return [...groups]
}

interface OfferedProps {
  question: Choice['question']
  typed: Typed
  isChosen: boolean
}

function Offered({ question: { id, kind, cut, text }, typed, isChosen }: OfferedProps) {
  const { question } = useWording()(text)
  const { rounds } = useMessages()
  return (
    <div class="choice">
      <input type="checkbox" id={`questions-${id}`} name="questions" value={id} checked={isChosen} />
      <label for={`questions-${id}`}>{question}</label>
      {/* One of several is shown of the whole organisation alone. */}
      {cut && kind !== 'choice' && (
        <select name={`cuts.${id}`} aria-label={`${rounds.form.cut}: ${question}`}>
          {Object.entries(rounds.cuts).map(([value, label]) => (
            <option value={value} selected={value === typedText(typed, `cuts.${id}`, cut)}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
