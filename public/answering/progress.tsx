import type { Question } from '#server/storage/schema/questions.ts'
import { fieldsOf, type Draft } from './draft.ts'
import { messages } from './messages.ts'

const text = messages.questions

export function Progress({ questions, draft: { choices } }: { questions: Question[]; draft: Draft }) {
  const fields = fieldsOf(questions)
  const answered = fields.filter((field) => field in choices).length
  return (
    <div class="progress">
      <progress value={answered} max={fields.length} aria-label={text.progress(answered, fields.length)} />
      <p aria-hidden>{text.progress(answered, fields.length)}</p>
      <p class="unseen" aria-live="polite">
        {isMilestone(answered, fields.length) && text.progress(answered, fields.length)}
      </p>
    </div>
  )
}

// Read out after every answer, it would talk over the next question.
const isMilestone = (answered: number, all: number) =>
  answered > 0 && (answered % 5 === 0 || answered === all)
