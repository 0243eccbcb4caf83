import { Fault, type FormProps } from '../parts/field.tsx'
import { useSpeech } from '../setting.ts'
import { monthNameOf } from '../speech.ts'

interface MonthsProps {
  name: string
  label: string
  chosen: string | string[] | undefined
  fault: FormProps['faults'][string] | undefined
}

/** The months of the year, each ticked or not. */
export function Months({ name, label, chosen, fault }: MonthsProps) {
  const speech = useSpeech()
  const ticked = new Set([chosen ?? []].flat())
  return (
    <fieldset class="months">
      <legend>{label}</legend>
      <Fault name={name} fault={fault} />
      <input type="hidden" name={name} value="" />
      {Array.from({ length: 12 }, (_, n) => String(n + 1)).map((month) => (
        <label>
          <input type="checkbox" name={name} value={month} checked={ticked.has(month)} />{' '}
          {monthNameOf(Number(month), speech)}
        </label>
      ))}
    </fieldset>
  )
}
