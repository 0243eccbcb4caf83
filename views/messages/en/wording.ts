/** Formatters are made once: making one takes longer than a page, and memory that is given back late. */
const numbers = new Intl.NumberFormat('en')
const fractions = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const lists = new Intl.ListFormat('en')
const plurals = new Intl.PluralRules('en')

/** "12,000". */
export const counted = (n: number): string => numbers.format(n)

/** "1 person", "12,000 people". */
export const plural = (n: number, one: string, other: string): string =>
  `${counted(n)} ${inflected(n, one, other)}`

/** The form that goes with a number that is not written before it. */
export const inflected = (n: number, one: string, other: string): string =>
  plurals.select(n) === 'one' ? one : other

/** "3.4", "12": what is small keeps a decimal. */
export const measured = (value: number): string => (value < 10 ? fractions : whole).format(value)

/** "Payments, Ledger, and Fraud". */
export const listed = (parts: string[]): string => lists.format(parts)

/** As a sentence begins. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What a question is called, within a sentence. */
export const quoted = (name: string): string =>
  `\u201c${name.replaceAll('\u201c', '\u2018').replaceAll('\u201d', '\u2019')}\u201d`
