import type { GridQuestion } from '#server/storage/schema/questions.ts'
import { Choices } from './choices.tsx'
import { rowField } from './draft.ts'
import { gridOptionsOf } from './options.ts'
import { wordingOf } from './speech.ts'

interface GridProps {
  question: GridQuestion
  choices: Record<string, string>
  onChoose: (field: string, choice: string) => void
}

export function Grid({ question, choices, onChoose }: GridProps) {
  const { question: asked, hint, rows } = wordingOf(question)
  const titleId = `${question.id}-title`
  return (
    <section class="grid" aria-labelledby={titleId}>
      <h2 id={titleId}>{asked}</h2>
      {hint && <p class="hint">{hint}</p>}
      {question.rows.map((row) => (
        <Choices
          key={row}
          compact
          field={rowField(question.id, row)}
          legend={rows[row] ?? row}
          options={gridOptionsOf(question)}
          chosen={choices[rowField(question.id, row)]}
          onChoose={onChoose}
        />
      ))}
    </section>
  )
}
