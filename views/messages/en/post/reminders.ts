export const reminders = {
  reminder: {
    subject: (organisation: string, round: string) => `${organisation}: ${round} is still open`,
    thanks:
      'If you have answered: thank you, there is nothing left to do. Everybody gets this mail, so that no mail tells who has answered.',
    lead: (round: string, closes: string) =>
      `If you have not: ${round} is open until ${closes}, and takes about ninety seconds. Whether you answer is yours to decide.`,
    ofRound: (reminders: number) =>
      reminders > 1
        ? 'There are two reminders in this round, and no more.'
        : 'It is the only reminder of this round.',
  },
  actionReminder: {
    subject: (action: string, when: string) => `${action} (${when})`,
    lead: (team: string) => `${team} decided something, and you said you would see to it:`,
    due: (when: string) => `It is ${when}.`,
    today: 'due today',
    on: (day: string) => `due on ${day}`,
    since: (day: string) => `due since ${day}`,
    button: 'See it',
    after:
      'When it is done, say so there: the next round then asks the team, anonymously, whether it helped. There is one reminder a week before the day and one on it, and no more.',
  },
  noMore: 'No such mails any more',
}
