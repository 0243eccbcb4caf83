import { useMessages, useWording } from '../setting.ts'

type Kind = 'scale' | 'grid' | 'remark' | 'attribute' | 'choice'

export interface Entry {
  question: { id: string; version: number; kind: Kind; text: { en: { question: string } } }
  retired: boolean
  place: 'core' | 'rotating' | 'quarterly' | 'library'
  turn: number | null
}

/** One that can be asked: moved among its neighbours, given another place, or retired. */
export function Active({ question, place, turn }: Entry) {
  const said = useWording()
  const t = useMessages()
  const to = `/questions/${question.id}`
  const wording = said(question.text).question
  return (
    <li id={question.id}>
      <Wording question={question} />
      <div class="actions tight">
        <Button to={`${to}/moves/up`} label="↑" describes={`${t.actions.moveUp}: ${wording}`} />
        <Button to={`${to}/moves/down`} label="↓" describes={`${t.actions.moveDown}: ${wording}`} />
        {question.kind !== 'attribute' && <Placing {...{ to, place, turn, wording }} />}
        <Button
          to={`${to}/retirement`}
          label={t.rounds.questions.retire}
          describes={`${t.rounds.questions.retire}: ${wording}`}
        />
      </div>
    </li>
  )
}

function Placing({
  to,
  place,
  turn,
  wording,
}: Pick<Entry, 'place' | 'turn'> & { to: string; wording: string }) {
  const text = useMessages().rounds.questions
  const now = turn === null ? place : `turn-${turn}`
  return (
    <form method="post" action={`${to}/place`} class="to-place">
      <select name="place" aria-label={`${text.place}: ${wording}`}>
        {Object.entries(text.placeChoices).map(([value, label]) => (
          <option value={value} selected={value === now}>
            {label}
          </option>
        ))}
      </select>
      <button class="quiet small" aria-label={`${text.move}: ${wording}`}>
        {text.move}
      </button>
    </form>
  )
}

export function Retired({ question }: Pick<Entry, 'question'>) {
  const said = useWording()
  const text = useMessages().rounds.questions
  const wording = said(question.text).question
  return (
    <li>
      <Wording question={question} />
      <Button
        to={`/questions/${question.id}/restoration`}
        label={text.restore}
        describes={`${text.restore}: ${wording}`}
      />
    </li>
  )
}

function Wording({ question }: Pick<Entry, 'question'>) {
  const said = useWording()
  const t = useMessages()
  return (
    <div>
      <a href={`/questions/${question.id}`}>{said(question.text).question}</a>
      <p class="hint">
        {t.rounds.kinds[question.kind]}, {t.rounds.questions.version(question.version)}
      </p>
    </div>
  )
}

function Button({ to, label, describes }: { to: string; label: string; describes: string }) {
  return (
    <form method="post" action={to}>
      <button class="quiet small" aria-label={describes}>
        {label}
      </button>
    </form>
  )
}
