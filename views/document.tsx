import type { ComponentChildren } from 'preact'
import { useSetting, useSpeech } from './setting.ts'

interface DocumentProps {
  title: string
  /** What a page needs in its head besides. */
  head?: ComponentChildren
  children: ComponentChildren
}

/** What every page is, with the site around it (layout.tsx) or without. */
export function Document({ title, head, children }: DocumentProps) {
  const { t, language } = useSpeech()
  const { organisation, asset } = useSetting()
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} - ${organisation ?? t.product}`}</title>
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('app.css')} />
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        {children}
      </body>
    </html>
  )
}
