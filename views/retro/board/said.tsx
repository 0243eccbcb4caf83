import { Notice } from '../../parts/notice.tsx'
import { Part } from './live.tsx'

export interface Said {
  title: string
  text: string
  /** What was typed and could not be taken, to be copied from here. */
  typed?: string | undefined
}

/** Why something was not done; empty once something was. */
export function SaidPart({ said }: { said: Said | null }) {
  return (
    <Part of="#said" how="innerHTML">
      {said && (
        <Notice kind="problem" title={said.title}>
          <p>{said.text}</p>
          {said.typed && <blockquote>{said.typed}</blockquote>}
        </Notice>
      )}
    </Part>
  )
}
