import { useMessages } from '../setting.ts'

interface RemarksProps {
  round: { questions: { id: string; text: { en: { question: string } } }[] | null }
  remarks: { question: string; text: string }[]
}

export function Remarks({ round, remarks }: RemarksProps) {
  const text = useMessages().results
  if (remarks.length === 0) return null
  const asked = (round.questions ?? []).filter(({ id }) => remarks.some(({ question }) => question === id))
  return (
    <section>
      <h2>{text.remarks}</h2>
      {asked.map(({ id, text: { en } }) => (
        <>
          <h3>{en.question}</h3>
          {remarks
            .filter(({ question }) => question === id)
            .map((remark) => (
              <blockquote>{remark.text}</blockquote>
            ))}
        </>
      ))}
    </section>
  )
}
