import { Ahead, RuleSentence, type Rule } from '../calendar/rule.tsx'
import { said, type Sentence } from '../insights/said.ts'
import { useMoment } from '../parts/time.tsx'
import { useMessages, useSpeech } from '../setting.ts'

export interface Around {
  next: {
    id: string
    name: string
    opensAt: Date
    closesAt: Date
    remindsAt: Date | null
    /** Null where somebody planned it by hand. */
    calendarMonth: string | null
    questions: number
  } | null
  /** Null until somebody has set it. */
  calendar: {
    rule: Rule & { paused: string | null }
    timeZone: string
    ahead: { month: string; opensAt: Date; quarterly: boolean }[]
  } | null
  last: {
    id: string
    name: string
    closesAt: Date
    invited: number
    ballots: number
    sentences: Sentence[]
  } | null
  people: number
  teams: number
  /** Whether there is a mail server, not only a folder. */
  mail: boolean
}

export function Next({ next }: { next: NonNullable<Around['next']> }) {
  const text = useMessages().access.home
  const moment = useMoment()
  const { id, name, opensAt, closesAt, remindsAt, questions } = next
  return (
    <section>
      <h2>{text.next}</h2>
      <p class="say">
        <b>{text.opens(name)}</b> {text.on(moment(opensAt), moment(closesAt))}
      </p>
      <p class="sub">{text.asks(questions, remindsAt && moment(remindsAt))}</p>
      <p class="actions">
        <a class="button" href={`/rounds/${id}`}>
          {text.look}
        </a>
        <a href={`/rounds/${id}/opening`}>{text.openNow}</a>
        {next.calendarMonth && <a href="/calendar">{text.skip}</a>}
      </p>
    </section>
  )
}

/** Nothing comes next; where the calendar is set, because it is paused. */
export function Nothing({ isSet }: { isSet: boolean }) {
  const text = useMessages().access.home
  return (
    <section>
      <h2>{text.next}</h2>
      <p class="say">{text.nothingPlanned}</p>
      <p class="actions">
        {!isSet && (
          <a class="button" href="/calendar">
            {text.setCalendar}
          </a>
        )}
        <a href="/rounds/new">{text.planRound}</a>
      </p>
    </section>
  )
}

export function Last({ last }: { last: NonNullable<Around['last']> }) {
  const text = useMessages().access.home
  const speech = useSpeech()
  const { id, name, invited, ballots, closesAt } = last
  return (
    <section class="card">
      <h2>{name}</h2>
      <p>
        {text.turnout(ballots, invited)} {text.published(useMoment()(closesAt))}
      </p>
      {last.sentences.map((sentence) => {
        const { subject, rest } = said(sentence, speech)
        return (
          <p>
            {subject && <b>{subject}</b>}
            {rest}
          </p>
        )
      })}
      <p>
        <a href={`/rounds/${id}/results`}>{text.seeResults}</a>
      </p>
    </section>
  )
}

export function Calendar({ calendar }: Pick<Around, 'calendar'>) {
  const t = useMessages()
  const text = t.access.home
  return (
    <section class="card">
      <h2>{t.navigation.calendar}</h2>
      {calendar ? (
        <>
          <RuleSentence rule={calendar.rule} timeZone={calendar.timeZone} />
          {calendar.rule.paused === null ? (
            <Ahead ahead={calendar.ahead} />
          ) : (
            <p>
              <b>{t.calendar.pausedTitle}</b>
            </p>
          )}
          <p>
            <a href="/calendar">{text.changeCalendar}</a>
          </p>
        </>
      ) : (
        <p>
          {text.noCalendar} <a href="/calendar">{text.setCalendar}</a>
        </p>
      )}
    </section>
  )
}

export function SetUp({ people, teams, mail }: Pick<Around, 'people' | 'teams' | 'mail'>) {
  const t = useMessages()
  const text = t.access.home
  return (
    <section class="card">
      <h2>{text.setUp}</h2>
      <ul class="plain">
        <li>
          <a href="/people">{text.roster(people, teams)}</a>
        </li>
        <li>
          <a href="/mail">{mail ? text.mailSet : text.mailFiles}</a>
        </li>
      </ul>
    </section>
  )
}
