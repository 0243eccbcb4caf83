import type { Question } from '../storage/schema/questions.ts'

/** Why a wording may lead people, or ask them two things at once. They warn and forbid nothing: docs/questionnaire.md. */
export type Warning =
  | 'tooLongToRead'
  | 'twoIdeas'
  | 'asksAgreement'
  | 'loadedWord'
  | 'oneEnd'
  | 'negation'
  | 'levelsAlike'

export interface Worded {
  kind: Question['kind']
  question: string
  /** Of a scale. */
  levels?: string[]
}

const longest = 120

/** In the order of the rules in the documentation; of an empty wording nothing is said. */
export function warningsOf({ kind, question, levels = [] }: Worded): Warning[] {
  // What is quoted is said by somebody, not asked.
  const asked = question
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/“[^”]*”/g, '')
  const answers = levels.join(' ').toLowerCase()
  const isScale = kind === 'scale'
  const rules: [boolean, Warning][] = [
    [question.length > longest, 'tooLongToRead'],
    [isScale && (asked.includes(' and ') || joinsTwo(asked, answers)), 'twoIdeas'],
    [agreement.test(`${asked} ${answers}`), 'asksAgreement'],
    [loaded.test(asked), 'loadedWord'],
    [isScale && namesOneEnd(asked, answers), 'oneEnd'],
    [isNegated(asked), 'negation'],
    [isScale && hasAlike(levels), 'levelsAlike'],
  ]
  return rules.flatMap(([holds, warning]) => (holds ? [warning] : []))
}

/** An "or" is between the two ends of one thing where both are among the answers, as in "help or hurt". */
function joinsTwo(asked: string, answers: string): boolean {
  const sides = asked.split(/,? or /)
  return sides.slice(1).some((after, n) => {
    const before = wordsOf(sides[n] ?? '').slice(-2)
    return !isAmong(before, answers) || !isAmong(wordsOf(after).slice(0, 2), answers)
  })
}

const wordsOf = (text: string): string[] => text.match(/[\w']+/g) ?? []

/** Short words stand everywhere and prove nothing. */
const isAmong = (words: string[], answers: string): boolean =>
  words.some((word) => word.length > 2 && wordsOf(answers).some((answer) => answer.startsWith(word)))

const agreement = /\b(dis)?agree(s|d|ment)?\b|\bto what extent\b/

const loaded =
  /\b(obviously|surely|of course|actually|really|simply|finally|blindly|merely|amazing|excellent|wonderful|terrible|useless|wasted?|hype|everybody knows|everyone knows|as we know)\b/

const opposites = [
  ['good well great', 'bad badly poor poorly'],
  ['easy easily', 'hard difficult'],
  ['safe', 'risky unsafe dangerous'],
  ['useful', 'useless'],
  ['help helped helpful', 'hurt hinder harmful unhelpful'],
  ['happy satisfied', 'unhappy dissatisfied'],
  ['clear clearly', 'unclear'],
  ['better improve improved', 'worse different'],
].map((ends) => ends.map((words) => words.split(' ')))

/** "How good was": one end stands in the question, the other neither there nor among the answers. */
function namesOneEnd(asked: string, answers: string): boolean {
  const [first = '', ...rest] = wordsOf(asked.replace(/^in [^,]*, /, ''))
  const said = [first, ...rest, ...wordsOf(answers)]
  const told = yesOrNo.has(first) ? rest : first === 'how' ? rest.slice(0, 2) : []
  return opposites.some((ends) => {
    const [told1, told2] = ends.map((words) => words.some((word) => told.includes(word)))
    const [said1, said2] = ends.map((words) => words.some((word) => said.includes(word)))
    return (told1 && !said2) || (told2 && !said1)
  })
}

const yesOrNo = new Set('did do does has have is are was were would will can'.split(' '))

const negative = /\b(not|never|no|none|nobody|nothing|no longer|\w+n't)\b/g

/** What is asked is turned round; a "not" that only says which case is meant, as in "where it did not help", is fine. */
function isNegated(asked: string): boolean {
  const [main = ''] = asked.split(/\b(?:where|when|that|which|who|whom|for|if|because)\b/)
  return main.match(negative) !== null || (asked.match(negative)?.length ?? 0) > 1
}

function hasAlike(levels: string[]): boolean {
  const given = levels.map((level) => level.trim().toLowerCase()).filter(Boolean)
  return new Set(given).size < given.length
}
