import type { Speech } from '../speech.ts'

interface AnswerPageProps {
  scriptUrl: string
  /** `sha256-<base64>` of the loader's bytes. */
  scriptIntegrity: string
  styleUrl: string
  iconUrl: string
  speech: Speech
}

/** The same page for every round and everybody: only the fragment, which no server is sent, says whose invitation it is. */
export function AnswerPage({ scriptUrl, scriptIntegrity, styleUrl, iconUrl, speech }: AnswerPageProps) {
  const text = speech.t.answerPage
  return (
    <html lang={speech.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>{text.title}</title>
        <link rel="icon" href={iconUrl} type="image/svg+xml" />
        <link rel="stylesheet" href={styleUrl} />
        {/* Not a module: a browser too old for modules is still to be told so. */}
        <script src={scriptUrl} integrity={scriptIntegrity} defer />
      </head>
      <body>
        <main id="answer">
          <h1>{text.loading}</h1>
          <p>{text.stuck}</p>
          <noscript>
            <p>{text.noScript}</p>
          </noscript>
        </main>
      </body>
    </html>
  )
}
