export const room = {
  joined: (n: number) => `${n} joined`,
  done: (done: number, joined: number) => `${done} of ${joined} done`,
  moreThanPeople: (people: number) => `the team has ${people}`,
  iAmDone: 'I am done',
  notDone: 'Not done yet',
}

export const scale = {
  onPhones: (low: string, high: string) => `On your phone, from 1 (${low}) to 5 (${high}).`,
  said: (n: number) => `${n} have said so far`,
  takeBack: 'Take it back',
  shownOnce: 'Nobody sees who said what. It is shown once, afterwards, if five or more have said.',
  notShown: 'Fewer than five said, so nothing is shown.',
  exact: (histogram: number[]) => histogram.map((people, level) => `${level + 1}: ${people}`).join(', '),
  range: (n: number, band: string) => `Of ${n}, all or all but one said ${band}.`,
  bands: { low: '1 or 2', middle: '3', high: '4 or 5' },
}

export const worth = {
  question: 'Was this worth the time?',
  ends: ['not at all', 'very much'] as const,
  onPhones: (n: number) => `On your phones; ${n} have said. Shown at the end, if five or more have.`,
}

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

export const suggestion = {
  question: 'Do these belong together?',
  shared: (one: string, other: string) => `“${one}” and “${other}” share`,
  together: 'Put together',
  no: 'No',
}

/** Said aloud while cards are moved with the keyboard. */
export const moving = {
  lifted: (card: string) =>
    `Lifted: ${card}. Arrows choose a card, Enter puts it there, O lets it stand alone, Escape puts it back.`,
  moved: (card: string, topic: string) => `${card} is now with: ${topic}.`,
  alone: (card: string) => `${card} stands alone.`,
  putBack: (card: string) => `Put back: ${card}.`,
}
