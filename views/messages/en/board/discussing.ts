export const discussing = {
  next: 'Next',
  decided: 'Decided so far',
  place: (place: number, of: number) => `${place} of ${of}`,
  later: (n: number) => `${n} more`,
  talkAbout: 'Talk about:',
  nextTopic: 'Next topic',
  askMore: 'More time?',
  askedMore: 'More time for this?',
  said: (yes: number, no: number) => `${yes} say yes, ${no} go on`,
  yes: 'Yes, more time',
  goOn: 'No, go on',
}
