import { Code } from './code.tsx'
import { isBegun, type Draft } from './draft.ts'
import type { Errand } from './errand.ts'
import { Heading } from './heading.tsx'
import type { Invitation } from './invitation.ts'
import { messages } from './messages.ts'
import { listed, momentOf } from './speech.ts'
import { YouSaid } from './you-said.tsx'

const text = messages.welcome

interface WelcomeProps {
  errand: Errand
  invitation: Invitation
  draft: Draft
  onStart: () => void
}

export function Welcome({ errand: { manifest, fingerprint }, invitation, draft, onStart }: WelcomeProps) {
  const { unit, pooled = [], actions = [] } = invitation
  return (
    <>
      <p class="asks">{text.asks(manifest.organisation)}</p>
      <Heading>{manifest.name}</Heading>
      <p class="lead">{text.lead(unit.size - 1, unit.name)}</p>
      <p class="lead">
        <strong>{text.untraceable}</strong>
      </p>
      {actions.length > 0 && <YouSaid actions={actions} isPooled={pooled.length > 1} />}
      {isBegun(draft) && <p class="notice">{text.begun}</p>}
      <button type="button" class="wide" onClick={onStart}>
        {isBegun(draft) ? text.resume : text.start}
      </button>
      <p class="hint">{text.takes}</p>

      <h2>{text.seen.title}</h2>
      <ul>
        <li>{text.seen.nothingBefore}</li>
        <li>{text.seen.results(unit.name)}</li>
        <li>{text.seen.threshold(manifest.threshold)}</li>
        <li>{text.seen.remarks}</li>
      </ul>
      {pooled.length > 1 && <p>{text.pooled(listed(pooled))}</p>}
      <Members {...unit} />
      <Facts closes={manifest.closes} timeZone={invitation.timeZone} fingerprint={fingerprint} />
      <p>
        <a class="target" href={`/rounds/${encodeURIComponent(manifest.round)}/promise`}>
          {text.promise}
        </a>
      </p>
    </>
  )
}

function Members({ name, size, members }: Invitation['unit']) {
  return (
    <details>
      <summary>{text.members(name, size)}</summary>
      <ul class="members">
        {members.map((member) => (
          <li key={member}>{member}</li>
        ))}
      </ul>
    </details>
  )
}

interface FactsProps {
  closes: string
  timeZone: string | undefined
  fingerprint: string
}

function Facts({ closes, timeZone, fingerprint }: FactsProps) {
  return (
    <dl>
      <dt>{text.closes}</dt>
      <dd>
        <time dateTime={closes}>{momentOf(closes, timeZone)}</time>
      </dd>
      <dt>{text.fingerprint}</dt>
      <dd>
        <Code>{fingerprint}</Code>
        <p class="hint">{text.compare}</p>
      </dd>
    </dl>
  )
}
