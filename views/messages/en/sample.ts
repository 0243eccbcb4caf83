export const sample = {
  note: 'Sample company: invented people and answers.',
  noteVisit: 'Look at it as somebody else',
  noteSignIn: 'npm run sample prints links to sign in.',
  offer: {
    title: 'Or look around first',
    text: 'A sample company of 120 invented people, with a year of rounds, shows what members, managers, facilitators and administrators see. It takes about a minute to make, writes to nobody, and can be removed without a trace when you want to begin in earnest.',
    hint: 'It takes the set-up token above and nothing else.',
    submit: 'Look around in a sample company first',
  },
  making: {
    title: 'Making a sample company',
    lead: 'A hundred and twenty people who do not exist are answering a year of rounds, each sealed, counted and published as yours would be. You will be taken there when it is done.',
    founding: (_round: string) => 'Hiring everybody',
    opening: (round: string) => `${round}: making keys, inviting everybody`,
    answering: (round: string) => `${round}: people are answering`,
    closing: (round: string) => `${round}: closing, counting, publishing, destroying the keys`,
  },
  failed: {
    title: 'The sample company could not be made',
    text: 'Nothing of it is left, and nothing else was touched. What went wrong stands in the output of the server.',
    back: 'Back to the set-up',
  },
  unfinished: {
    title: 'There is an unfinished sample company here',
    lead: 'If npm run sample is at work right now, let it finish and look again. If it was interrupted, remove what it left behind; then you can set up.',
    submit: 'Remove it',
    again: 'Look again',
  },
  visit: {
    title: 'A sample company to look around in',
    lead: (organisation: string) =>
      `${organisation} does not exist, but everything here was made the real way: invitations, blind signatures, sealed answers, twelve rounds closed and published, their keys destroyed. Nobody can tell who answered what, here as anywhere.`,
    follow:
      'Look at it through the eyes of four people. They all have to do with the same team, one that is not doing well.',
    you: 'This is you now',
    as: (role: string) => `Look at it as this ${role}`,
    roles: {
      member: 'member',
      manager: 'manager',
      facilitator: 'facilitator',
      administrator: 'administrator',
    },
    sees: {
      member: 'Sees the organisation, their own team and the ones above it; nothing of other teams.',
      manager: 'Sees the teams they manage and everything below.',
      facilitator: 'Sees the teams they facilitate, and takes the results into the next retro.',
      administrator: 'Runs the rounds and the roster, and gets no further results for it.',
    },
    start: 'See the results',
  },
  removal: {
    section: 'Start over',
    sectionText: 'This is a sample company. When you have seen enough, remove it and set up your own.',
    link: 'Remove the sample company',
    title: 'Remove the sample company?',
    lead: 'Everything in this installation is deleted: all people and teams, all rounds and results, every question you changed, everybody’s session, and all keys. This cannot be undone.',
    next: 'You are then back at the set-up. The server prints a new set-up link; everybody who reads it there can set up the installation.',
    submit: 'Remove everything and start over',
  },
}
