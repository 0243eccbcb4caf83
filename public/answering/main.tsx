import { render } from 'preact'
import { App } from './app.tsx'
import { Refused } from './refused.tsx'
import { refusalOf } from './refusal.ts'
import { errandOf } from './errand.ts'
import { draftOf, forgetClosedRounds, keptReceipt, submissionOf } from './keeping.ts'
import { Stopped } from './stopped.tsx'

const page = document.getElementById('answer')!

async function start() {
  const { invitation, manifest, token } = window.answering!
  const script = await fetch(import.meta.url, { credentials: 'omit' }).then((response) =>
    response.arrayBuffer(),
  )
  const refusal = await refusalOf({ manifest, invitation, script })
  if (refusal) return show(<Refused reason={refusal} />)
  await forgetClosedRounds(new Date())
  const errand = await errandOf(token, invitation, manifest)
  const [receipt, submission, draft] = await Promise.all([
    keptReceipt(errand.key),
    submissionOf(errand.key),
    draftOf(errand.key),
  ])
  show(<App {...{ invitation, errand, draft }} earlier={receipt} unfinished={Boolean(submission)} />)
}

function show(content: preact.JSX.Element) {
  page.replaceChildren()
  render(content, page)
}

start().catch(() => show(<Stopped obstacle="broken" onAgain={() => location.reload()} />))
