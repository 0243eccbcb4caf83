import { Page } from '../layout.tsx'
import { useMoment } from '../parts/time.tsx'
import { useMessages, useSetting } from '../setting.ts'
import { Around, Attention, type Office } from './around.tsx'

interface HomeProps {
  team: string | null
  open: { id: string; name: string; closesAt: Date }[]
  /** What an administrator looks after; null for everybody else. */
  office: Office | null
}

export function HomePage({ team, open, office }: HomeProps) {
  const t = useMessages()
  const { viewer } = useSetting()
  const text = t.access.home
  return (
    <Page title={text.greeting(viewer?.name ?? viewer?.email ?? '')}>
      {office && <Attention {...office} />}
      {office && <Steps roster={office.roster} rounds={office.began} />}
      <Rounds open={open} office={office} />
      {office?.began && <Around {...office} isOpen={open.length > 0} />}
      {(team || !office) && <p>{team ? `${text.yourTeam}: ${team}` : text.noTeam}</p>}
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

function Rounds({ open, office }: Pick<HomeProps, 'open' | 'office'>) {
  const text = useMessages().access.home
  const moment = useMoment()
  // Administrators are told below what comes next.
  if (open.length === 0) return office ? null : <p>{text.noRound}</p>
  return (
    <section>
      <h2>{text.currentRounds}</h2>
      {open.map((round) => (
        <p>
          {office ? <a href={`/rounds/${round.id}`}>{round.name}</a> : <strong>{round.name}</strong>}
          <br />
          {text.noResults(moment(round.closesAt))}
        </p>
      ))}
    </section>
  )
}
