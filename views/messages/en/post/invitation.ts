export const invitation = {
  subject: (organisation: string, round: string) => `${organisation} asks, anonymously: ${round}`,
  greeting: (name: string | null) => (name ? `Hello ${name},` : 'Hello,'),
  lead: (organisation: string, round: string) =>
    `${organisation} would like to know how AI tools and the work are going for you (${round}).`,
  effort: 'It takes about ninety seconds, without an account.',
  button: 'Answer',
  whoTitle: 'Who sees what',
  who: (unit: string, size: number) =>
    `Your answers are counted together with everybody in ${unit}: ${size} people are invited there, you among them.`,
  pooled: (teams: string) =>
    `It is made of ${teams}, because a small group could not stay anonymous by itself.`,
  threshold: (k: number) =>
    `Nothing is ever shown for fewer than ${k} people, and nothing before the round has closed.`,
  same: 'You will see the same results of your team that your manager sees.',
  personal: 'This link is yours alone. Please do not pass it on.',
  closes: (when: string) => `Open until ${when}.`,
  fingerprint:
    'For the curious: compare the fingerprint of this round with a colleague. Everybody has the same.',
}
