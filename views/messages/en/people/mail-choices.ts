export const mailChoices = {
  title: 'Mail you get',
  lead: 'Invitations always come, and so does a link to sign in when you ask for one. The rest is yours to choose, and nobody is told what you choose.',
  reminders: {
    title: 'Reminders',
    on: 'You get reminders.',
    off: 'You get no reminders.',
    what: 'There are at most two in a round, the same to everybody invited whether they have answered or not; and what you have taken on in a retro is called to mind a week before it is due and on the day.',
    refuse: 'Send me no reminders',
    resume: 'Send me reminders',
  },
  results: {
    title: 'What became of a round',
    on: 'You are told what became of a round.',
    off: 'You are not told what became of a round.',
    what: 'Everybody who was invited is, whether they have answered or not: nobody knows who has.',
    refuse: 'Do not tell me',
    resume: 'Tell me',
  },
}
