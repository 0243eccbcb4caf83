import { form } from './rounds/form.ts'
import { opening } from './rounds/opening.ts'
import { page } from './rounds/page.ts'
import { delivery } from './rounds/delivery.ts'
import { ending } from './rounds/ending.ts'
import { keyFaults } from './rounds/key-faults.ts'
import { questions } from './rounds/questions.ts'

export const rounds = {
  states: {
    scheduled: 'planned',
    opening: 'being opened',
    open: 'open',
    closing: 'being closed',
    'keys to destroy': 'being closed',
    closed: 'closed',
    cancelled: 'cancelled',
    unclosable: 'cannot be closed',
  },
  cuts: {
    unit: 'by team (or pooled teams)',
    area: 'by area (at least 20 invited)',
    organisation: 'whole organisation',
    experience: 'by experience',
  },
  kinds: {
    scale: 'five levels',
    grid: 'help and hurt by kind of work',
    remark: 'remark',
    attribute: 'declared attribute',
    choice: 'one of several',
  },
  list: {
    title: 'Rounds',
    add: 'Plan a round',
    empty:
      'No round has been planned yet. Plan the first one: you see who would be counted with whom before anybody is invited.',
    name: 'Round',
    opens: 'Opens',
    /** After when it opens. */
    closes: 'closes',
    opened: 'Opened',
    closed: 'closed',
    state: 'State',
  },
  form,
  open: opening,
  page,
  delivery,
  ...ending,
  keyFaults,
  questions,
}
