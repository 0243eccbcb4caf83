import type { Action as Decision, Sight, Told } from '#views/retro/board/props.ts'
import { plain } from '../../files/markdown.ts'

interface Retro {
  team: string
  date: Date
  sight: Sight
  actions: Decision[]
  cleared: boolean
}

interface Wording {
  text: {
    title: (team: string, date: string) => string
    decided: string
    nothingDecided: string
    cleared: string
  }
  votes: (n: number) => string
  /** Of a day, such as 2026-11-30. */
  by: (owner: string | null, due: string) => string
  /** What was asked from 1 to 5, and what may be told of it. */
  asked: { arrived: string; worth: string }
  told: (told: Told) => string
  date: (at: Date) => string
}

/** The record in Markdown (CommonMark). What was typed stands for itself: none of it is markup. */
export function asMarkdown({ team, date, sight, actions, cleared }: Retro, wording: Wording): string {
  const { text, votes, by } = wording
  const decided = actions.map((one) => `- ${plain(one.text)} (${plain(by(one.owner, one.due))})`)
  const columns = sight.columns.flatMap((name, column) => [
    `## ${plain(name)}`,
    ...sight.topics.filter((topic) => topic.column === column).flatMap(listed),
  ])
  const said = (what: 'arrived' | 'worth') =>
    sight[what] && sight[what].shown !== 'none'
      ? [`## ${plain(wording.asked[what])}`, plain(wording.told(sight[what]))]
      : []
  function listed({ title, cards, votes: count }: Sight['topics'][number]): string[] {
    const heading =
      title || count > 0
        ? [`### ${[title ? plain(title) : '', count > 0 ? votes(count) : ''].filter(Boolean).join(', ')}`]
        : []
    return [...heading, cards.map((card) => `- ${plain(card.text).replaceAll('\n', '\n  ')}`).join('\n')]
  }
  return (
    [
      `# ${plain(text.title(team, wording.date(date)))}`,
      `## ${text.decided}`,
      decided.length > 0 ? decided.join('\n') : text.nothingDecided,
      ...said('arrived'),
      ...said('worth'),
      ...(cleared ? [text.cleared] : columns),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}
