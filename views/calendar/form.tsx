import { SelectField, TextField, typedText, type FormProps } from '../parts/field.tsx'
import { useMessages, useSpeech } from '../setting.ts'
import { weekdayOf } from '../speech.ts'
import { Months } from './months.tsx'

interface RuleFormProps extends FormProps {
  timeZone: string
  /** Whether there is a rule, to be changed. */
  isSet: boolean
  isOpen: boolean
}

/** Which day of a month, for how long, and when everybody is reminded: good as it is proposed, and opened on demand. */
export function RuleForm({ typed, faults, timeZone, isSet, isOpen }: RuleFormProps) {
  const speech = useSpeech()
  const t = useMessages()
  const text = t.calendar.form
  const value = (name: string) => typedText(typed, name)
  return (
    <form method="post" action="/calendar">
      <details open={isOpen}>
        <summary>{isSet ? t.calendar.change : text.other}</summary>
        <div class="short">
          <SelectField
            name="week"
            label={text.week}
            fault={faults.week}
            value={value('week')}
            choices={[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: t.calendar.weeks[n] ?? '' }))}
          />
          <SelectField
            name="weekday"
            label={text.weekday}
            fault={faults.weekday}
            value={value('weekday')}
            choices={[1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), label: weekdayOf(n, speech) }))}
          />
          <TextField
            name="time"
            label={text.time}
            hint={text.timeHint(timeZone)}
            fault={faults.time}
            value={value('time')}
            type="time"
            required
          />
          <TextField
            name="openDays"
            label={text.openDays}
            fault={faults.openDays}
            value={value('openDays')}
            type="number"
            min="2"
            max="21"
            required
          />
          <TextField
            name="reminder"
            label={text.reminder}
            hint={text.reminderHint}
            fault={faults.reminder}
            value={value('reminder')}
            type="number"
            min="1"
            max="20"
            optional
          />
          <TextField
            name="reminderAgain"
            label={text.reminderAgain}
            fault={faults.reminderAgain}
            value={value('reminderAgain')}
            type="number"
            min="1"
            max="20"
            optional
          />
          <TextField
            name="threshold"
            label={t.rounds.form.threshold}
            hint={t.rounds.form.thresholdHint}
            fault={faults.threshold}
            value={value('threshold')}
            type="number"
            min="5"
            max="100"
            required
          />
        </div>
        <Months
          name="withoutMonths"
          label={text.without}
          chosen={typed['withoutMonths']}
          fault={faults.withoutMonths}
        />
        <Months
          name="quarterMonths"
          label={text.quarter}
          chosen={typed['quarterMonths']}
          fault={faults.quarterMonths}
        />
        {isSet && <button>{text.submit}</button>}
      </details>
      {!isSet && <button>{text.submit}</button>}
    </form>
  )
}
