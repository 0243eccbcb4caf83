import { plural } from '../wording.ts'

export const told = {
  opened: {
    title: (organisation: string, round: string) => `${organisation} asks, anonymously: ${round}`,
    closes: (when: string) => `Open until ${when}. It takes about ninety seconds.`,
    own: 'Everybody who is asked has a link of their own by mail. Please do not answer here in chat: nobody could keep that anonymous.',
    fingerprint: (fingerprint: string) =>
      `Fingerprint of this round: ${fingerprint}. If your invitation has another one, do not answer, and say so.`,
    link: 'Ask for a link with your own address',
  },
  closing: {
    title: (organisation: string, round: string, today: boolean) =>
      `${organisation}: ${round} closes ${today ? 'today' : 'tomorrow'}`,
    own: 'If you have answered: thank you. If you have not, your own link is in your mail; whether you answer is yours to decide.',
  },
  results: {
    title: (organisation: string, round: string) => `${organisation}: the results of ${round} are in`,
    text: 'Everybody sees the organisation and their own team, the same as their manager.',
    link: 'See the results',
  },
  signal: {
    title: (team: string) => `${team}: pause and look`,
    text: 'What it rests on, and what could be talked about, is on the team’s page.',
    link: 'See what it rests on',
  },
  digest: {
    title: 'Open actions',
    titleOf: (team: string) => `${team}: open actions`,
    text: 'What you have taken on, and what your team decided, is on one page.',
    action: (text: string, day: string) => `${text} (by ${day})`,
    more: (n: number) => `And ${plural(n, 'other', 'others')}.`,
    link: 'See the actions',
  },
  test: {
    title: (organisation: string) => `A test from ${organisation}`,
    text: 'This channel will be told what was chosen for it. Nobody answers in chat.',
    link: 'Open Safe to Say',
  },
}
