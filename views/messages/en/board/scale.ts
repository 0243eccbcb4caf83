/** What is answered from 1 to 5. */
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
