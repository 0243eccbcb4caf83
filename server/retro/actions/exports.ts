import { stringify } from 'csv-stringify/sync'
import { plain } from '../../files/markdown.ts'
import type { Action } from './queries.ts'

/** With the day it ended, where the organisation is; null while it is open. */
export type Exported = Pick<Action, 'text' | 'owner' | 'due' | 'state' | 'reason'> & {
  endedOn: string | null
  /** Where its issue is. */
  issue: string | null
}

/** A line an action; what a spreadsheet would take for a formula is disarmed. */
export const asCsv = (team: string, actions: Exported[]): string =>
  stringify(
    actions.map((one) => ({ team, ...one })),
    {
      header: true,
      escape_formulas: true,
      columns: ['team', 'text', 'owner', 'due', 'state', 'endedOn', 'reason', 'issue'].map((key) => ({
        key,
        header: { text: 'action', endedOn: 'ended' }[key] ?? key,
      })),
    },
  )

interface Wording {
  title: string
  states: Record<Action['state'], string>
  /** Of a day, such as 2026-11-30. */
  by: (owner: string | null, due: string) => string
}

/** What a team decided, by what became of it, in Markdown. */
export function asMarkdown(actions: Exported[], { title, states, by }: Wording): string {
  const parts = (['open', 'done', 'dropped'] as const).flatMap((state) => {
    const some = actions.filter((one) => one.state === state)
    return some.length > 0 ? [`## ${plain(states[state])}`, some.map(lineOf).join('\n')] : []
  })
  function lineOf({ text, owner, due, reason, issue }: Exported): string {
    const more = [by(owner, due), reason, issue].filter((one) => one !== null).map(plain)
    return `- ${plain(text)} (${more.join('; ')})`
  }
  return [`# ${plain(title)}`, ...parts].join('\n\n') + '\n'
}
