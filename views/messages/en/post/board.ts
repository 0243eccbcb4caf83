/** Of a retro without a meeting. */
export const board = {
  subject: {
    open: (team: string) => `${team}: the retro is open`,
    soon: (team: string) => `${team}: one more day for the retro`,
    over: (team: string) => `${team}: the retro waits for you`,
  },
  asks: {
    arrive: 'The retro of your team has begun, without a meeting: say how you arrive, whenever it suits you.',
    write:
      'The retro of your team is open, without a meeting: write what helped, what hurt and what you would try, whenever it suits you.',
    group: 'The cards of your team’s retro are being put together.',
    vote: 'The cards of your team’s retro are turned over: read them, and vote for what should be talked about.',
    discuss: 'Your team’s retro is being talked about.',
    decide: 'Your team’s retro asks: what should be done, by whom and by when?',
    ended: '',
  },
  until: (day: string) => `It is open until ${day}.`,
  toEverybody:
    'Everybody in the team gets this mail with the same link, whether or not they took part: nobody knows who did.',
  over: (stage: string) =>
    `The time for “${stage}” is over. Nothing happens by itself: look at the board and take it on.`,
  button: { open: 'Take part', soon: 'Take part', over: 'Open the board' },
}
