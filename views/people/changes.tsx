import type { Messages } from '../messages/catalogues.ts'
import { useMessages } from '../setting.ts'
import type { Understanding } from './understood.tsx'

interface Sample {
  count: number
  first: string[]
}

export type Kind = 'joins' | 'moves' | 'leaves' | 'roles' | 'changes' | 'made' | 'emptied'
export const kinds: Kind[] = ['joins', 'moves', 'leaves', 'roles', 'changes', 'made', 'emptied']

export interface Report extends Record<Kind, Sample> {
  understood: Understanding
  today: number
  faults: { line: number; fault: keyof Messages['people']['rosterFaults']; value?: string | undefined }[]
  faultCount: number
  renames: { teamId: string; from: string; to: string }[]
}

export const changesNothing = (report: Report): boolean =>
  kinds.every((kind) => report[kind].count === 0) && report.renames.length === 0

/** One kind of change, with the first of those it is about. */
export function Change({ kind, report, open }: { kind: Kind; report: Report; open: boolean }) {
  const { number, people } = useMessages()
  const text = people.import
  const { count, first } = report[kind]
  if (count === 0) return null
  return (
    <section>
      <h2>
        {text[kind]}: {number(count)}
      </h2>
      <details open={open}>
        <summary>{text.show}</summary>
        <ul class="plain">
          {first.map((line) => (
            <li>{line}</li>
          ))}
          {count > first.length && <li>{text.more(count - first.length)}</li>}
        </ul>
      </details>
    </section>
  )
}
