export const results = {
  subject: (team: string, round: string) => `${team}: the results of ${round} are in`,
  subjectNothing: (organisation: string, round: string) => `${organisation}: no results of ${round}`,
  lead: (team: string, round: string) => `The results of ${round} are in. ${team}, in short:`,
  only: (round: string) => `The results of ${round} are in.`,
  nothing: (round: string, threshold: number) =>
    `Fewer than ${threshold} people answered in ${round}, so nothing is shown, to protect those who did. What was sent is destroyed.`,
  decided: 'What the team decided, and is at:',
  action: (text: string, owner: string | null, due: string) =>
    owner ? `${text} (${owner}, by ${due})` : `${text} (by ${due})`,
  button: 'Look at the results',
  kit: 'The kit for the next retro',
  same: 'Everybody who was asked gets this mail, whether they answered or not.',
}
