import type { RemarkQuestion } from '#server/storage/schema/questions.ts'
import { AudienceChoice } from './audience.tsx'
import type { Draft } from './draft.ts'
import { longestRemark, type Fault } from './faults.ts'
import { hintsIn } from './hints.ts'
import type { Invitation } from './invitation.ts'
import { messages } from './messages.ts'
import { wordingOf } from './speech.ts'

const text = messages.questions

interface RemarkProps {
  question: RemarkQuestion
  unit: Invitation['unit']
  remark: Draft['remarks'][string] | undefined
  fault: Fault | undefined
  onWrite: (remark: Draft['remarks'][string]) => void
}

export function Remark({ question: asked, unit, remark, fault, onWrite }: RemarkProps) {
  const { id } = asked
  const { question, hint } = wordingOf(asked)
  const written = remark?.text ?? ''
  const textFault = fault === 'audience' ? undefined : fault
  return (
    <section class="remark">
      <label for={id}>{question}</label>
      {hint && <p class="hint">{hint}</p>}
      <textarea
        id={id}
        name={id}
        rows={4}
        value={written}
        aria-describedby={`${id}-length ${id}-fault`}
        aria-invalid={Boolean(textFault)}
        onInput={({ currentTarget }) => onWrite({ ...remark, text: currentTarget.value })}
      />
      <p class="hint length" id={`${id}-length`}>
        {text.remarkLength(written.length, longestRemark)}
      </p>
      <p class="fault" id={`${id}-fault`}>
        {textFault && text.faults[textFault]}
      </p>
      <Hints text={written} members={unit.members} />
      {written.trim() !== '' && (
        <AudienceChoice
          field={`${id}/audience`}
          unit={unit.name}
          chosen={remark?.audience}
          isMissing={fault === 'audience'}
          onChoose={(audience) => onWrite({ text: written, audience })}
        />
      )}
    </section>
  )
}

function Hints({ text: written, members }: { text: string; members: string[] }) {
  return (
    <ul class="hints" aria-live="polite">
      {hintsIn(written, members).map(({ kind, found }) => (
        <li key={kind + found}>{text.hints[kind](found)}</li>
      ))}
    </ul>
  )
}
