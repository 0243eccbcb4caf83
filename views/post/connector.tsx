import { momentOf } from '../speech.ts'
import type { Vendor } from '../figures/connectors.tsx'
import { LetterBody, LetterButton, type LetterProps } from './parts.tsx'

interface Props extends LetterProps {
  name: string | null
  vendor: Vendor
  since: Date
  /** A word of ours, see the catalogue. */
  fault: string
  link: string
}

const textOf = ({ speech }: Props) => speech.t.figures.connectors.letter
const sourceOf = ({ speech, vendor }: Props) => speech.t.figures.sources[vendor]
const leadOf = (props: Props) => textOf(props).lead(sourceOf(props), momentOf(props.since, props.speech))
const reasonOf = ({ speech: { t }, fault }: Props) => t.figures.connectors.reasons(fault, t.figures.faults)

export const ConnectorLetter = {
  subject: (props: Props) => textOf(props).subject(sourceOf(props)),
  text: (props: Props) => {
    const text = textOf(props)
    return (
      [
        props.speech.t.post.invitation.greeting(props.name),
        leadOf(props),
        reasonOf(props),
        `${text.button}: ${props.link}`,
        text.after,
      ].join('\n\n') + '\n'
    )
  },
  html: (props: Props) => {
    const text = textOf(props)
    return (
      <LetterBody letter={props}>
        <p>{props.speech.t.post.invitation.greeting(props.name)}</p>
        <p>{leadOf(props)}</p>
        <p>{reasonOf(props)}</p>
        <LetterButton href={props.link} letter={props}>
          {text.button}
        </LetterButton>
        <p>{text.after}</p>
      </LetterBody>
    )
  },
}
