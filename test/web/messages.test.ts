import { expect, test } from 'vitest'
import { auditActions } from '#server/audit/audit.ts'
import type { FaultCode } from '#server/storage/schema/roster-imports.ts'
import { refusals, type RefusalCode } from '#server/refusal.ts'
import { fieldFaults } from '#server/web/form.ts'
import { en } from '#views/messages/en/index.ts'
import { loaderEn } from '#public/answering/loader-messages.en.ts'
import { en as answering } from '#public/answering/messages.en.ts'

const sentence = /^[A-Z"][^]*[^\s][.?]$/
/** What a text becomes where a detail was forgotten. */
const forgotten = /undefined|NaN|\[object/
/** What the field says, and people who are asked do not. */
const jargon = /\b(reporting units?|waves?|ballots?|spoiled|noise|mend|whoever|cuts?)\b/i

test('every fault of a field has a sentence that says what to do', () => {
  for (const fault of fieldFaults)
    expect([fault, en.faults[fault]]).toEqual([fault, expect.stringMatching(sentence)])
  expect(Object.keys(en.faults).sort()).toEqual([...fieldFaults].sort())
})

test('everything the log of administration may hold is said in words', () => {
  const said = Object.keys(en.access.audit.actions)
  expect(said.sort()).toEqual([...auditActions].sort())
})

test('every refusal has a title and a sentence', () => {
  const codes = Object.keys(refusals) as RefusalCode[]
  for (const code of codes) {
    const { title, text } = en.refusals[code]
    expect([code, title]).toEqual([code, expect.stringMatching(/\w/)])
    const said = text({ invited: 6, needed: 7 })
    expect([code, said]).toEqual([code, expect.stringMatching(sentence)])
    expect(said).not.toMatch(forgotten)
    expect(said).not.toMatch(jargon)
  }
  expect(Object.keys(en.refusals).sort()).toEqual(codes.sort())
})

/** Every fault a roster can have, with what the reader would have found. tsc misses none; the test below misses none either. */
const found: Record<FaultCode | 'noAdministrator', string> = {
  fileEmpty: '',
  notUtf8: '',
  spreadsheet: '',
  noPeople: '',
  emailColumnMissing: '',
  teamColumnMissing: '',
  columnTwice: 'e-mail',
  tooManyLines: '200000',
  lineTooLong: '',
  quoteUnclosed: '',
  quoteMisplaced: '',
  nulByte: '',
  columnCount: '3/4',
  emailInvalid: 'ada at acme',
  emailTooLong: '',
  emailTwice: '17',
  nameTooLong: '',
  teamEmpty: '',
  teamNameTooLong: 'Payments and everything else',
  teamTooDeep: 'Eng / Payments',
  teamWithinItself: 'Eng / Eng',
  teamUnknown: 'Eng / Cards',
  roleUnknown: 'boss',
  answersUnknown: 'maybe',
  noAdministrator: '',
}

test('every fault of a roster has a sentence that quotes what was found', () => {
  const told = new Map(Object.entries(en.people.rosterFaults))
  expect([...told.keys()].sort()).toEqual(Object.keys(found).sort())
  for (const [fault, value] of Object.entries(found)) {
    const said = told.get(fault)!(value)
    for (const part of value.split(/\/(?=\d)/)) expect(said).toContain(part)
    expect(said).toMatch(/^[A-Z"]\S* ./)
    expect(said).not.toMatch(forgotten)
  }
})

test('all that the doctor finds has a sentence, and what to do where it is wrong', () => {
  const texts = ['url', 'directory', 'version', 'mode', 'file', 'schema', 'setting', 'value', 'wanted', 'now']
  const more = ['round', 'host', 'from', 'code', 'words', 'address', 'own', 'scheme', 'source', 'at', 'since']
  const named = Object.fromEntries([...texts, ...more].map((name) => [name, 'X']))
  const detail = { ...named, rounds: 2, seconds: 40, megabytes: 900, files: 2, reason: '401' }
  for (const [says, sentenceOf] of Object.entries(en.doctor.sentences)) {
    const said = sentenceOf(detail as never)
    expect([says, said]).toEqual([says, expect.stringMatching(/^[A-Z\d].*[.\w]$/)])
    expect(said).not.toMatch(forgotten)
    expect(said).not.toMatch(jargon)
  }
})

test('every fault of a file of figures has a sentence', () => {
  for (const [fault, said] of Object.entries(en.figures.faults)) {
    const value = fault === 'tooManyPeople' ? '1000' : '3/4'
    expect([fault, said(value)]).toEqual([fault, expect.stringMatching(/^[A-Z"\d]\S* .*[.?]$/)])
    expect(said(value)).not.toMatch(forgotten)
  }
})

test('no two refusals share a title', () => {
  const titles = Object.values(en.refusals).map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
})

/** What is said in a function: its strings, and the strings within what they are filled with. */
const saidIn = (source: string): string[] =>
  [...source.matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)\1/g)].flatMap(([, , text]) => [
    text!.replaceAll(/\$\{[^}]*\}/g, ''),
    ...[...text!.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, filled]) => saidIn(filled!)),
  ])

function jargonIn(text: unknown, path: string): string[] {
  if (typeof text === 'function') return saidIn(String(text)).flatMap((one) => jargonIn(one, path))
  if (typeof text === 'object' && text)
    return Object.entries(text).flatMap(([key, one]) => jargonIn(one, `${path}.${key}`))
  return typeof text === 'string' && jargon.test(text) && !/cut off/.test(text) ? [`${path}: ${text}`] : []
}

test('pages speak plainly: the field’s words stay in code and documentation', () => {
  // What is promised, and its limits, is worded as the promise itself is.
  const promised = /^en\.results\.promise\.(lines|limitLines)\b/
  expect(jargonIn(en, 'en').filter((one) => !promised.test(one))).toEqual([])
})

test('those who answer are spoken to as plainly', () => {
  expect([...jargonIn(answering, 'answering'), ...jargonIn(loaderEn, 'loader')]).toEqual([])
})

test('a word of the field is found, however it is said', () => {
  const said = {
    fixed: 'Your ballot',
    counted: (ballots: number) => `${ballots} of ${ballots === 1 ? 'ballot' : 'ballots'}`,
    choices: ['in this wave'],
  }
  expect(jargonIn(said, 'said').map((one) => one.split(':', 1)[0])).toEqual([
    'said.fixed',
    'said.counted',
    'said.counted',
    'said.choices.0',
  ])
})
