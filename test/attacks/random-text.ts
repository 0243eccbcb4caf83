import fc from 'fast-check'
import { doors } from './doors.ts'

/** What nobody types and somebody sends. */
const words = `0 -1 7 1e309 0x10 NaN null true yes up ended a@b.example 2026-02-31 2026-12-24 0001-01-01T00:00
  9999-12-31T23:59:59Z __proto__ constructor hasOwnProperty toString % %zz %00 a,b;c =1+1 \${7*7} ../../etc/passwd
  //evil.example \\\\evil.example https://evil.example/ javascript:alert(1)`
const notWords = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\r\nset-cookie: a=b',
  '\u202e\u0007\u2028',
  '👩‍👩‍👧'.repeat(9),
  'x'.repeat(199),
  'x'.repeat(3000),
  '"'.repeat(500),
  '['.repeat(50),
  'a=b&'.repeat(300),
  'x\n'.repeat(300),
  `"><img src=x>`,
  "' or 1=1 --",
]
const things = doors.flatMap(({ address }) => address.match(/<[^>]+>/g) ?? [])
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
export const odd: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words.split(/\s+/), ...notWords) },
  { weight: 2, arbitrary: fc.constantFrom(...new Set(things)) },
  { weight: 1, arbitrary: fc.string({ unit, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
)

/** Percent-encodes all but the names of things; half a character as the bytes it would have. */
export const encoded = (text: string): string =>
  text
    .split(/(<[a-z’ -]+>)/)
    .map((part, n) => (n % 2 === 1 ? part : Array.from(part, encodedUnit).join('')))
    .join('')

function encodedUnit(unit: string): string {
  if (unit.isWellFormed()) return encodeURIComponent(unit)
  const code = unit.charCodeAt(0)
  const bytes = [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
  return bytes.map((byte) => `%${byte.toString(16)}`).join('')
}
