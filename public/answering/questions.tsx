import type { Question } from '#server/storage/schema/questions.ts'
import { useRef, useState } from 'preact/hooks'
import { Choices } from './choices.tsx'
import type { Draft } from './draft.ts'
import { faultsIn, type Fault } from './faults.ts'
import { Grid } from './grid.tsx'
import { HandIn } from './hand-in.tsx'
import { Heading } from './heading.tsx'
import { questionsOf, type Invitation } from './invitation.ts'
import { messages } from './messages.ts'
import { optionsOf } from './options.ts'
import { Progress } from './progress.tsx'
import { Remark } from './remark.tsx'
import { wordingOf } from './speech.ts'

const text = messages.questions

interface QuestionsProps {
  invitation: Invitation
  draft: Draft
  isKept: boolean
  onChange: (draft: Draft) => void
  onBack: () => void
  onSubmit: () => void
}

export function Questions({ invitation, draft, isKept, onChange, onBack, onSubmit }: QuestionsProps) {
  const [faults, setFaults] = useState<Record<string, Fault>>({})
  const form = useRef<HTMLFormElement>(null)
  const { unit, questions, ownQuestions } = invitation
  const all = questionsOf(invitation)
  const remarks = all.filter((question) => question.kind === 'remark')

  const choose = (field: string, choice: string) =>
    onChange({ ...draft, choices: { ...draft.choices, [field]: choice } })
  const write = (question: string, remark: Draft['remarks'][string]) => {
    const changed = { ...draft, remarks: { ...draft.remarks, [question]: remark } }
    onChange(changed)
    if (faults[question]) setFaults(faultsIn(changed, all))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const found = faultsIn(draft, all)
    setFaults(found)
    const [first] = Object.entries(found)
    if (first) form.current!.querySelector<HTMLElement>(placeOf(...first))!.focus()
    else onSubmit()
  }
  const asked = (question: Question) => <Asked key={question.id} {...{ question, draft }} onChoose={choose} />

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Heading>{text.title}</Heading>
      <p class="hint">{text.kept}</p>
      <Progress questions={all} draft={draft} />
      {questions.map(asked)}
      {ownQuestions.length > 0 && <h2>{text.ownTitle(unit.name)}</h2>}
      {ownQuestions.map(asked)}
      {remarks.length > 0 && (
        <>
          <h2>{text.remarksTitle}</h2>
          <p>{text.remarksText}</p>
        </>
      )}
      {remarks.map((question) => (
        <Remark
          key={question.id}
          {...{ question, unit }}
          remark={draft.remarks[question.id]}
          fault={faults[question.id]}
          onWrite={(remark) => write(question.id, remark)}
        />
      ))}
      <HandIn {...{ draft, isKept, onBack }} />
    </form>
  )
}

const placeOf = (question: string, fault: Fault) =>
  fault === 'audience' ? `[name="${question}/audience"]` : `[name="${question}"]`

interface AskedProps {
  question: Question
  draft: Draft
  onChoose: (field: string, choice: string) => void
}

function Asked({ question, draft: { choices }, onChoose }: AskedProps) {
  if (question.kind === 'remark') return null
  if (question.kind === 'grid') return <Grid {...{ question, choices, onChoose }} />
  const { question: legend, hint } = wordingOf(question)
  return (
    <Choices
      {...{ legend, hint, onChoose }}
      field={question.id}
      options={optionsOf(question)}
      chosen={choices[question.id]}
    />
  )
}
