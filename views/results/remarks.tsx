import { Pages } from '../parts/pages.tsx'
import { useMessages } from '../setting.ts'

/** Those of one page, in the order of their questions. */
export interface RemarksShown {
  some: { question: string; text: string }[]
  /** From 0. */
  page: number
  pages: number
}

interface RemarksProps extends RemarksShown {
  round: { id: string; questions: { id: string; text: { en: { question: string } } }[] | null }
  teamId: string | null
}

export function Remarks({ round, teamId, some, page, pages }: RemarksProps) {
  const text = useMessages().results
  if (some.length === 0) return null
  const asked = (round.questions ?? []).filter(({ id }) => some.some(({ question }) => question === id))
  const at = `/rounds/${round.id}/results${teamId ? `/${teamId}` : ''}`
  return (
    <section id="remarks">
      <h2>{text.remarks}</h2>
      {asked.map(({ id, text: { en } }) => (
        <>
          <h3>{en.question}</h3>
          {some
            .filter(({ question }) => question === id)
            .map((remark) => (
              <blockquote>{remark.text}</blockquote>
            ))}
        </>
      ))}
      <Pages page={page} pages={pages} to={(number) => `${at}?page=${number}#remarks`} />
    </section>
  )
}
