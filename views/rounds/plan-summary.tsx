import { typedText, type Typed } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { chosenIn, type Choice } from './chosen.ts'

/** The plan in a sentence. */
export function Summary({ bank, typed }: { bank: Choice[]; typed: Typed }) {
  const t = useMessages()
  const text = t.rounds.form
  const chosen = chosenIn(typed, 'questions')
  const asked = bank.map(({ question }) => question).filter(({ id }) => chosen.has(id))
  const cuts = asked.flatMap(({ id, cut }) => (cut ? [typedText(typed, `cuts.${id}`, cut)] : []))
  // What was typed may be anything.
  const known = Object.entries(t.rounds.cuts).flatMap(([cut, said]) => (cuts.includes(cut) ? [said] : []))
  const parts = [
    text.summary(
      asked.length,
      asked.reduce((sum, { kind }) => sum + secondsFor[kind], 0),
    ),
    t.list(chosenIn(typed, 'teams').size > 0 ? [text.someTeams] : [t.everybody.toLowerCase()]),
    ...(known.length > 0 ? [text.shownBy(known)] : []),
  ]
  return <p>{text.sentence(parts)}</p>
}

/** About what people take, in seconds. */
const secondsFor = { scale: 5, grid: 20, remark: 7, attribute: 4 }
