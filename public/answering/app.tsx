import { useState } from 'preact/hooks'
import { emptyDraft, type Draft } from './draft.ts'
import type { Errand } from './errand.ts'
import { keepDraft, type Receipt } from './keeping.ts'
import { questionsOf, type Invitation } from './invitation.ts'
import { plaintextOf, type Plaintext } from './plaintext.ts'
import { Questions } from './questions.tsx'
import { Counted } from './counted.tsx'
import { Stopped } from './stopped.tsx'
import { Submitting } from './submitting.tsx'
import { Welcome } from './welcome.tsx'

interface AppProps {
  errand: Errand
  invitation: Invitation
  draft?: Draft
  /** What this device kept when the ballot was counted. */
  earlier?: Receipt
  /** Whether handing in was begun and not finished. */
  unfinished: boolean
}

type Screen =
  | { name: 'welcome' }
  | { name: 'questions' }
  | { name: 'submitting'; plaintext?: Plaintext }
  | { name: 'counted'; receipt: string }
  | { name: 'used' }

export function App({ errand, invitation, draft: kept = emptyDraft, earlier, unfinished }: AppProps) {
  const [screen, go] = useState<Screen>(() => firstScreen(earlier, unfinished, invitation.ticket))
  const [draft, setDraft] = useState(kept)
  const [isKept, setKept] = useState(true)
  const { key, manifest } = errand

  const change = (draft: Draft) => {
    setDraft(draft)
    keepDraft(key, { draft, closes: manifest.closes }).then(
      () => setKept(true),
      () => setKept(false),
    )
  }

  switch (screen.name) {
    case 'welcome':
      return <Welcome {...{ errand, invitation, draft }} onStart={() => go({ name: 'questions' })} />
    case 'questions':
      return (
        <Questions
          {...{ invitation, draft, isKept }}
          onChange={change}
          onBack={() => go({ name: 'welcome' })}
          onSubmit={() => go({ name: 'submitting', plaintext: plaintextOf(draft, questionsOf(invitation)) })}
        />
      )
    case 'submitting':
      return (
        <Submitting
          {...{ errand }}
          plaintext={screen.plaintext}
          onCounted={({ receipt }) => go({ name: 'counted', receipt })}
        />
      )
    case 'counted':
      return (
        <Counted
          manifest={manifest}
          timeZone={invitation.timeZone}
          last={invitation.last ?? null}
          receipt={screen.receipt}
          earlier={Boolean(earlier)}
        />
      )
    case 'used':
      return <Stopped obstacle="used" />
  }
}

function firstScreen(earlier: Receipt | undefined, unfinished: boolean, ticket: boolean): Screen {
  if (earlier) return { name: 'counted', receipt: earlier.receipt }
  if (unfinished) return { name: 'submitting' }
  return { name: ticket ? 'used' : 'welcome' }
}
