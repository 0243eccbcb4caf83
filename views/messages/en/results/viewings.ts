import { plural } from '../wording.ts'

/** Of a group above, a team's people are told which. */
const whose = (within: string | null): string => (within ? `those of ${within}` : 'them')

export const viewings = {
  viewings: 'Who looked at these results',
  nobodyLooked: 'Nobody from outside the team so far.',
  viewingsNote:
    'Managers, facilitators and readers from outside are named here, once a day; members reading about their own team are not.',
  formerColleague: 'A former colleague',
  roles: { manager: 'manager', facilitator: 'facilitator', outside: 'from outside' },
  mailed: (n: number) => `${plural(n, 'mail', 'mails')} told what changed`,
  looked: {
    opened: (by: string, role: string, within: string | null) => `${by} (${role}) opened ${whose(within)} on`,
    exported: (by: string, role: string, within: string | null) =>
      `${by} (${role}) exported ${whose(within)} on`,
    mailed: (by: string, role: string, within: string | null) =>
      `${by} (${role}) was mailed what changed in ${whose(within)} on`,
  },
}
