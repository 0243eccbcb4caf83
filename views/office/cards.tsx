import { Ahead, RuleSentence } from '../calendar/rule.tsx'
import { useMessages } from '../setting.ts'
import type { Around } from './around.ts'

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
