import { randomInt } from 'node:crypto'

/** Without 0 and O, 1, I and L, and without U: nothing is mistaken for something else, read aloud or from across a room. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/** One of 6.5 * 10^11. */
export const newCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** What was typed, as a code is stored: small letters, spaces and hyphens do no harm. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
