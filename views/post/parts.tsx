import type { ComponentChildren } from 'preact'
import type { Speech } from '../speech.ts'

const body =
  'font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.6; color: #1c2733; max-width: 34em; margin: 0 auto; padding: 16px;'
const button =
  'display: inline-block; background: #1f5fa8; color: #ffffff; padding: 12px 28px; border-radius: 6px; text-decoration: none; font-weight: 600;'

/** Mail readers know no stylesheets: the few rules a letter needs stand on its elements. */
export function LetterBody({ speech, children }: { speech: Speech; children: ComponentChildren }) {
  return (
    <html lang={speech.language}>
      <head>
        <meta charset="utf-8" />
      </head>
      <body style={body}>{children}</body>
    </html>
  )
}

/** Where whoever gets a reminder says that they want no more of them. */
export function LetterSettings({ href, speech }: { href: string; speech: Speech }) {
  return (
    <p style="color: #566373;">
      {speech.t.post.reminderSettings} <a href={href}>{href}</a>
    </p>
  )
}

export function LetterButton({ href, children }: { href: string; children: string }) {
  return (
    <p style="margin: 28px 0;">
      <a href={href} style={button}>
        {children}
      </a>
    </p>
  )
}
