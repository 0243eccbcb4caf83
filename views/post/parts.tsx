import type { ComponentChildren } from 'preact'
import type { Speech } from '../speech.ts'

/** What every letter is written with. */
export interface LetterProps {
  speech: Speech
  organisation: string
  /** What the button is filled with: "#1f5fa8". */
  accent: string
  /** Whether the organisation's logo travels along. */
  logo: boolean
}

const body =
  'font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.6; background: #ffffff; color: #1c2733; max-width: 34em; margin: 0 auto; padding: 16px;'
export const quiet = 'color: #566373; font-size: 14px;'

/** Where a mail reader knows stylesheets and its user wants it dark. */
const dark = `@media (prefers-color-scheme: dark) {
  body { background: #14181d !important; color: #e6ebf0 !important; }
  .quiet { color: #a3b0be !important; }
  .button { color: #ffffff !important; }
  .said { border-color: #46525f !important; }
  .logo { background: #ffffff; padding: 6px; border-radius: 6px; }
}`

interface BodyProps {
  letter: LetterProps
  children: ComponentChildren
}

/** Most mail readers know no stylesheets: the few rules a letter needs stand on its elements. */
export function LetterBody({ letter: { speech, organisation, logo }, children }: BodyProps) {
  return (
    <html lang={speech.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{dark}</style>
      </head>
      <body style={body}>
        <p style="margin: 0 0 24px; font-weight: 600;">
          {logo ? (
            <img
              class="logo"
              src="cid:logo"
              alt={organisation}
              height="40"
              style="height: 40px; width: auto; max-width: 100%;"
            />
          ) : (
            organisation
          )}
        </p>
        {children}
      </body>
    </html>
  )
}

/** Where somebody says that they want no more letters of a kind. */
export function LetterSettings({ href, speech }: { href: string; speech: Speech }) {
  return (
    <p class="quiet" style={quiet}>
      <a href={href} style="color: inherit;">
        {speech.t.post.noMore}
      </a>
    </p>
  )
}

interface ButtonProps {
  href: string
  letter: LetterProps
  children: string
}

export function LetterButton({ href, letter: { accent }, children }: ButtonProps) {
  return (
    <p style="margin: 28px 0;">
      <a
        class="button"
        href={href}
        style={`display: inline-block; background: ${accent}; color: #ffffff; padding: 12px 28px; border-radius: 6px; text-decoration: none; font-weight: 600;`}
      >
        {children}
      </a>
    </p>
  )
}
