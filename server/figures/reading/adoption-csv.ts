import { usualHeadings } from '../../files/headings.ts'
import { dayOf, monthOf } from './days.ts'
import { FiguresUnreadable } from './faults.ts'
import type { Findings } from './findings.ts'
import { readTable } from './table.ts'

export const adoptionColumns = {
  person: [
    ...usualHeadings.email,
    'login',
    'userlogin',
    'githublogin',
    'username',
    'user',
    'person',
    'member',
    'benutzername',
    'benutzer',
    'anmeldename',
  ],
  month: [...usualHeadings.month, 'day', 'date', 'tag', 'datum'],
  active: ['active', 'isactive', 'wasactive', 'used', 'usedit', 'aktiv', 'genutzt'],
}

const yes = new Set(['yes', 'y', 'true', '1', 'ja', 'j', 'wahr'])
const no = new Set(['no', 'n', 'false', '0', 'nein', 'falsch'])

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
