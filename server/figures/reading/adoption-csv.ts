import { dayOf, monthOf } from './days.ts'
import { FiguresUnreadable } from './faults.ts'
import type { Findings } from './findings.ts'
import { readTable } from './table.ts'

export const adoptionColumns = {
  person: [
    'email',
    'emailaddress',
    'workemail',
    'useremail',
    'mail',
    'login',
    'userlogin',
    'githublogin',
    'username',
    'user',
    'person',
    'member',
  ],
  month: ['month', 'yearmonth', 'period', 'day', 'date'],
  active: ['active', 'isactive', 'wasactive', 'used', 'usedit'],
}

const yes = new Set(['yes', 'y', 'true', '1'])
const no = new Set(['no', 'n', 'false', '0'])

/** A line a person and month, or a person and day. Without a column `active`, who is listed was active. */
export async function readAdoptionCsv(text: AsyncGenerator<string>, found: Findings) {
  let saysActive = false
  await readTable(text, found, {
    spellings: adoptionColumns,
    begin(columns, _headings, line) {
      if (!columns.has('person') || !columns.has('month'))
        throw new FiguresUnreadable(line, 'columnsMissing', 'email, month')
      saysActive = columns.has('active')
      found.seats = saysActive ? 'file' : 'roster'
    },
    take({ number, cell }) {
      const person = cell('person')
      const written = cell('month')
      const day = dayOf(written) ?? monthOf(written)
      const active = cell('active').toLowerCase()
      if (person === '') found.fault(number, 'personMissing')
      if (!day) found.fault(number, 'monthInvalid', written)
      if (saysActive && !yes.has(active) && !no.has(active)) found.fault(number, 'activeUnknown', active)
      if (person !== '' && day) found.seen({ person, day, active: !saysActive || yes.has(active) })
    },
  })
}
