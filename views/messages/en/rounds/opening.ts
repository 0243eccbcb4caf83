import { plural } from '../wording.ts'

export const opening = {
  title: (round: string) => `Open ${round} now?`,
  mails: (n: number, who: string | null) =>
    who
      ? `${plural(n, 'person', 'people')} of ${who} will each get a mail with a link of their own.`
      : `Everybody who answers will get a mail with a link of their own: ${plural(n, 'person', 'people')}.`,
  closes: 'It is open until',
  units: (n: number) =>
    `The answers are shown by ${plural(n, 'team or pooled team', 'teams and pooled teams')}.`,
  frozen:
    'From then on people, questions and dates stay as they are. Mail that was sent cannot be taken back.',
  confirm: 'Open it and send the mails',
}
