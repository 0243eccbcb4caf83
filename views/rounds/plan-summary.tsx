import { typedText, type Typed } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { chosenIn, type Choice } from './chosen.ts'
import { secondsFor } from './seconds.ts'

/** The plan in a sentence. */
export function Summary({ bank, typed }: { bank: Choice[]; typed: Typed }) {
  const t = useMessages()
  const text = t.rounds.form
  const chosen = chosenIn(typed, 'questions')
  const asked = bank.filter(({ question }) => chosen.has(question.id))
  const cuts = asked.flatMap(({ question: { id, cut } }) =>
    cut ? [typedText(typed, `cuts.${id}`, cut)] : [],
  )
  // What was typed may be anything.
  const known = Object.entries(t.rounds.cuts).flatMap(([cut, said]) => (cuts.includes(cut) ? [said] : []))
  const parts = [
    // Nobody answers to the second.
    text.summary(asked.length, Math.ceil(secondsFor(asked) / 5) * 5),
    t.list(chosenIn(typed, 'teams').size > 0 ? [text.someTeams] : [t.everybody.toLowerCase()]),
    ...(known.length > 0 ? [text.shownBy(known)] : []),
  ]
  return <p>{text.sentence(parts)}</p>
}
