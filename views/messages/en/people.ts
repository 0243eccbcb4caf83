import { mailChoices } from './people/mail-choices.ts'
import { teamsPage } from './people/teams-page.ts'
import { list } from './people/list.ts'
import { person } from './people/person.ts'
import { rosterImport } from './people/import.ts'
import { undo } from './people/undo.ts'
import { rosterFaults } from './people/roster-faults.ts'

export const people = {
  mailChoices,
  teamsPage,
  list,
  person,
  import: rosterImport,
  undo,
  rosterFaults,
  roles: { administrator: 'administrator', manager: 'manager', facilitator: 'facilitator', member: 'member' },
}
