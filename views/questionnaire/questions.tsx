import { Page } from '../layout.tsx'
import { useMessages, useWording } from '../setting.ts'

type Kind = 'scale' | 'grid' | 'remark' | 'attribute'

interface Entry {
  question: { id: string; version: number; kind: Kind; text: { en: { question: string } } }
  retired: boolean
}

export function QuestionsPage({ bank }: { bank: Entry[] }) {
  const text = useMessages().rounds.questions
  const retired = bank.filter((entry) => entry.retired)
  return (
    <Page title={text.title} wide>
      <p class="lead">{text.lead}</p>
      <p class="actions">
        <a class="button" href="/questions/new">
          {text.add}
        </a>
        <a href="/questions/new?kind=remark">{text.newRemark}</a>
      </p>
      <ol class="rows">
        {bank
          .filter((entry) => !entry.retired)
          .map(({ question }) => (
            <Active question={question} />
          ))}
      </ol>
      {retired.length > 0 && (
        <section>
          <h2>{text.retired}</h2>
          <ul class="rows">
            {retired.map(({ question }) => (
              <Retired question={question} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Active({ question }: Pick<Entry, 'question'>) {
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
        <Button
          to={`${to}/retirement`}
          label={t.rounds.questions.retire}
          describes={`${t.rounds.questions.retire}: ${wording}`}
        />
      </div>
    </li>
  )
}

function Retired({ question }: Pick<Entry, 'question'>) {
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
