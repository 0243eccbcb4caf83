import { Page } from '../layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMoment } from '../parts/time.tsx'
import { useMessages, useSetting } from '../setting.ts'

interface HomeProps {
  team: string | null
  open: { id: string; name: string; closesAt: Date }[]
  /** What an administrator has done already; null for everybody else. */
  steps: { roster: boolean; rounds: boolean } | null
  insecureUrl: string | null
}

export function HomePage({ team, open, steps, insecureUrl }: HomeProps) {
  const t = useMessages()
  const { viewer } = useSetting()
  const text = t.access.home
  return (
    <Page title={text.greeting(viewer?.name ?? viewer?.email ?? '')}>
      {insecureUrl && (
        <Notice kind="problem" title={text.insecureTitle}>
          {text.insecure(insecureUrl)}
        </Notice>
      )}
      {steps && <Steps {...steps} />}
      <Rounds open={open} administrator={steps !== null} />
      <p>{team ? `${text.yourTeam}: ${team}` : text.noTeam}</p>
    </Page>
  )
}

function Steps({ roster, rounds }: { roster: boolean; rounds: boolean }) {
  const text = useMessages().access.home
  if (roster && rounds) return null
  return (
    <section>
      <h2>{text.steps}</h2>
      <ol class="steps">
        {!roster && (
          <Step to="/roster/imports/new" title={text.importRoster} detail={text.importRosterText} />
        )}
        <Step to="/questions" title={text.reviewQuestions} detail={text.reviewQuestionsText} />
        <Step to="/rounds/new" title={text.planRound} detail={text.planRoundText} />
      </ol>
    </section>
  )
}

function Step({ to, title, detail }: { to: string; title: string; detail: string }) {
  return (
    <li>
      <a href={to}>{title}</a>
      <br />
      {detail}
    </li>
  )
}

function Rounds({ open, administrator }: { open: HomeProps['open']; administrator: boolean }) {
  const text = useMessages().access.home
  const moment = useMoment()
  if (open.length === 0) return <p>{text.noRound}</p>
  return (
    <section>
      <h2>{text.currentRounds}</h2>
      {open.map((round) => (
        <p>
          {administrator ? <a href={`/rounds/${round.id}`}>{round.name}</a> : <strong>{round.name}</strong>}
          <br />
          {text.noResults(moment(round.closesAt))}
        </p>
      ))}
    </section>
  )
}
