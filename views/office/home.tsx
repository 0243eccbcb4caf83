import { Page } from '../layout.tsx'
import { useMoment } from '../parts/time.tsx'
import { useMessages, useSetting } from '../setting.ts'
import { Attention, type Needs } from './attention.tsx'
import type { Around } from './around.ts'
import { Calendar, SetUp } from './cards.tsx'
import { Last } from './last.tsx'
import { Next, Nothing } from './next.tsx'

interface HomeProps {
  team: string | null
  open: { id: string; name: string; closesAt: Date }[]
  /** What an administrator looks after; null for everybody else. */
  office: (Needs & Around) | null
}

export function HomePage({ team, open, office }: HomeProps) {
  const t = useMessages()
  const { viewer } = useSetting()
  const text = t.access.home
  if (office) return <OfficePage office={office} open={open} />
  return (
    <Page title={text.greeting(viewer?.name ?? viewer?.email ?? '')}>
      <Rounds open={open} />
      <p>{team ? `${text.yourTeam}: ${team}` : text.noTeam}</p>
    </Page>
  )
}

/** What comes next, what needs somebody, how the last month went; nothing else. */
function OfficePage({ office, open }: { office: Needs & Around; open: HomeProps['open'] }) {
  const text = useMessages().access.home
  return (
    <Page title={text.title} wide>
      <div class="office">
        <div>
          <Attention {...office} />
          <Steps office={office} />
          {open.length > 0 && <UnderWay open={open} />}
          {office.next && open.length === 0 && <Next next={office.next} />}
          {office.began && !office.next && open.length === 0 && <Nothing isSet={office.calendar !== null} />}
          {office.last && <Last last={office.last} />}
        </div>
        <div>
          <Calendar calendar={office.calendar} />
          <SetUp {...office} />
        </div>
      </div>
    </Page>
  )
}

function Steps({ office: { people, calendar, began } }: { office: Around & { began: boolean } }) {
  const text = useMessages().access.home
  const isRoster = people > 1
  if (isRoster && (calendar || began)) return null
  return (
    <section>
      <h2>{text.steps}</h2>
      <ol class="steps">
        {!isRoster && (
          <Step to="/roster/imports/new" title={text.importRoster} detail={text.importRosterText} />
        )}
        <Step to="/calendar" title={text.setCalendar} detail={text.setCalendarText} />
        <Step to="/questions" title={text.reviewQuestions} detail={text.reviewQuestionsText} />
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

function UnderWay({ open }: Pick<HomeProps, 'open'>) {
  const text = useMessages().access.home
  const moment = useMoment()
  return (
    <section>
      <h2>{text.currentRounds}</h2>
      {open.map(({ id, name, closesAt }) => (
        <>
          <p class="say">
            <b>{text.isOpen(name)}</b> {text.untilThen(moment(closesAt))}
          </p>
          <p class="actions">
            <a class="button" href={`/rounds/${id}`}>
              {text.look}
            </a>
          </p>
        </>
      ))}
    </section>
  )
}

function Rounds({ open }: Pick<HomeProps, 'open'>) {
  const text = useMessages().access.home
  const moment = useMoment()
  if (open.length === 0) return <p>{text.noRound}</p>
  return (
    <section>
      <h2>{text.currentRounds}</h2>
      {open.map((round) => (
        <p>
          <strong>{round.name}</strong>
          <br />
          {text.noResults(moment(round.closesAt))}
        </p>
      ))}
    </section>
  )
}
