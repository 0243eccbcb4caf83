import { useMoment } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import type { Around } from './around.ts'

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
