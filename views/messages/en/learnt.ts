export const learnt = {
  title: 'What teams learnt',
  lead: 'From what they tried and decided, told by those who lead their retros, in the name of the team.',
  none: 'No team has shared anything yet. A facilitator or manager does so from an action that was done, or from the working agreement.',
  takeBack: 'Take back',
  takesBack: (what: string) => `Take back: ${what}`,
  shareTitle: (team: string) => `What ${team} learnt`,
  shareLead:
    'Everybody in the organisation reads this, with the name of the team and no other. It can be taken back.',
  what: 'What others should know',
  whatHint: 'In one or two sentences, up to 280 characters.',
  share: 'Share it',
  shareThis: 'Share what was learnt',
  sharesThis: (what: string) => `Share what was learnt: ${what}`,
  link: 'What teams learnt',
}
