import { expect, test } from 'vitest'
import { hintsIn } from '../../public/answering/hints.ts'
import { members } from './fake-round.ts'

const hints = (text: string) => hintsIn(text, members).map(({ kind, found }) => `${kind} ${found}`)

test('a colleague’s first or last name is pointed out, once', () => {
  expect(hints('Ada’s review saved us. Ada and HOPPER agree.')).toEqual(['name Ada', 'name HOPPER'])
})

test('an everyday word that is also a name is not', () => {
  expect(hints('It will help. We stay adamant.')).toEqual([])
})

test('names with accents are found however they are composed', () => {
  expect(hintsIn('Ask Rene\u0301 about it', ['René Müller'])).toEqual([{ kind: 'name', found: 'René' }])
})

test('an e-mail address is pointed out', () => {
  expect(hints('Write to jo.doe+ai@example.co.uk.')).toEqual(['address jo.doe+ai@example.co.uk'])
})

test('a ticket number is pointed out', () => {
  expect(hints('See ABC-123 and (OPS2-7).')).toEqual(['ticket ABC-123', 'ticket OPS2-7'])
})

test('names of standards and models are not ticket numbers', () => {
  expect(hints('GPT-4 broke our UTF-8 and SHA-256 code, and pre-2020 code too.')).toEqual([])
})

test('nothing is said about an ordinary remark', () => {
  expect(hints('It wrote tests that never fail.')).toEqual([])
})
