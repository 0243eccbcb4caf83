import { plural } from '../wording.ts'

export const page = {
  facts: 'In short',
  month: 'Month',
  opens: 'Opens',
  opened: 'Opened',
  reminds: 'Reminder',
  remindsNobody: 'none',
  closes: 'Closes',
  closed: 'Closed',
  threshold: 'Threshold',
  thresholdText: (k: number) => `nothing for fewer than ${k} people`,
  invited: 'Invited',
  units: 'Teams and pooled teams',
  questions: 'Questions',
  shownBy: 'Their answers are shown by team (or pooled teams) where nothing else is said.',
  fingerprint: 'Fingerprint',
  fingerprintHint:
    'Announce it where everybody can read it. A respondent who is shown another one should not answer.',
  manifest: 'Manifest',
  asked: 'Asked',
  preview: 'Who would be counted with whom',
  previewText: (needed: number) =>
    `A team stands alone from ${needed} people invited; smaller ones are pooled with their neighbours, by size and nothing else.`,
  tooSmall: (invited: number, needed: number) =>
    `This round cannot open: it would invite ${plural(invited, 'person', 'people')}, and with its threshold it needs at least ${needed}. Ask more teams, or check who in the roster answers.`,
  unit: 'Team (or pooled teams)',
  teams: 'Teams in it',
  size: 'People',
  pooled: 'pooled',
  open: 'Open now and invite',
  openHint: (n: number) => `${plural(n, 'person', 'people')} would get a mail.`,
  edit: 'Change the plan',
  cancel: 'Cancel the round',
  close: 'Close now',
  opening: 'Opening the round',
  keys: (done: string) => `Keys made: ${done}`,
  invitations: (done: string) => `Invitations written: ${done}`,
  copiedKeys:
    'The private keys of this round lie in KEY_DIR until it closes. Copies of that directory can undo the promise: do not make any, or destroy them after the close.',
}
