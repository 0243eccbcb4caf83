import { agreementLines } from './agreement-lines.ts'
import { about, type Interval } from './shares.ts'

export const agreement = {
  title: (team: string) => `Working agreement: ${team}`,
  lead: 'What this team agreed for itself about using AI, kind of work by kind of work.',
  none: 'Nothing has been agreed yet. The team’s facilitator or manager can start from what people said helps and hurts.',
  begin: 'Write one',
  edit: 'Change it',
  version: (n: number, by: string) => `Version ${n}, published by ${by} on`,
  formerColleague: 'a former colleague',
  history: 'Earlier versions',
  colours: {
    green: '\u2713 Green: use it freely',
    amber: '! Amber: use it with care',
    red: '\u2715 Red: not for this',
  },
  short: { green: 'green', amber: 'amber', red: 'red' },
  work: 'Kind of work',
  colour: 'Colour',
  note: 'Note',
  noteOptional: 'What to watch for',
  suggested: (helped: Interval, hurt: Interval) => `${about(helped)} helped, ${about(hurt)} hurt`,
  noSuggestion: (isUsedByFew: boolean) =>
    isUsedByFew ? 'Too few have used AI for it to say' : 'Figures not shown, to protect anonymity',
  used: (share: Interval) => `${about(share)} used it`,
  lines: agreementLines,
  rule: 'Proposed from what people in the area of this team said: green where at least 70 % say for certain that AI helped, red where more than half say it hurt, amber for all else.',
  publish: 'Publish to the team',
  meanwhileTitle: 'Somebody published another version meanwhile',
  meanwhile:
    'Yours is not published yet. What you wrote stands below: compare it with theirs, and publish it as the next version or cancel.',
  theirs: 'Their version',
  editTitle: (team: string) => `Write the working agreement: ${team}`,
  changed: (from: string, to: string) => `was ${from}, became ${to}`,
}
