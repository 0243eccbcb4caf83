import type { Choice } from './chosen.ts'

/** Read silently: 238 words a minute, Brysbaert (2019). */
const readASecond = 238 / 60
/** What is asked every month is known and skimmed: 450 words a minute, Carver (1992). */
const skimmedASecond = 450 / 60
/** To point at something and press it: the keystroke-level model, Card, Moran and Newell (1980). */
const tap = 1.3

/**
 * What somebody needs who has answered before and writes no remark. The first time, and a small screen, take
 * longer: docs/questionnaire.md.
 */
export function secondsFor(asked: Choice[]): number {
  return asked.reduce((sum, one) => sum + reading(one) + taps(one) * tap, 0)
}

function reading({ place, question: { text } }: Choice): number {
  const { question, hint = '', rows = {}, levels = [], options = {} } = text.en
  const known = [question, ...Object.values(rows)]
  if (place === 'core') return wordsIn(known) / skimmedASecond
  return wordsIn([...known, hint, ...levels, ...Object.values(options)]) / readASecond
}

const wordsIn = (texts: string[]): number => texts.join(' ').split(/\s+/).length

function taps({ question: { kind, text } }: Choice): number {
  if (kind === 'remark') return 0
  return kind === 'grid' ? Object.keys(text.en.rows ?? {}).length : 1
}
