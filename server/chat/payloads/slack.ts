import type { Announcement } from '../announcement.ts'

/** What Slack takes of a heading and of a section, in characters. */
const longest = { header: 150, section: 3000 }

/** Slack shows the blocks; Mattermost, and Slack's own notifications, the text. */
export function slackBody({ title, lines, link }: Announcement): object {
  const said = lines.map(quiet).join('\n')
  const onward = `<${link.href}|${quiet(link.text)}>`
  return {
    text: [quiet(title), said, onward].join('\n'),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, longest.header), emoji: false } },
      ...[said.slice(0, longest.section), onward].map((text) => ({
        type: 'section',
        text: { type: 'mrkdwn', text },
      })),
    ],
  }
}

/** What somebody typed calls nobody, links nowhere and shows no picture: neither by Slack's signs nor by Mattermost's. */
const quiet = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
    .replaceAll('](', ']\u200b(')
    .replaceAll('://', ':\u200b//')
