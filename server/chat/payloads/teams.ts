import type { Announcement } from '../announcement.ts'

/** An Adaptive Card in a message, as the Workflows trigger "When a Teams webhook request is received" takes it. */
export function teamsBody({ title, lines, link }: Announcement): object {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            paragraph(title, { size: 'medium', weight: 'bolder' }),
            ...lines.map((line) => paragraph(line)),
          ],
          actions: [{ type: 'Action.OpenUrl', title: link.text, url: link.href }],
        },
      },
    ],
  }
}

/** Runs of text are shown as they are; a block of text would be read as Markdown, and what somebody typed is in it. */
const paragraph = (text: string, look = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...look }],
})
