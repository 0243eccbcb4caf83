/** Something in a remark that may tell who wrote it or whom it is about. */
export interface Hint {
  kind: 'name' | 'address' | 'ticket'
  found: string
}

// They look like the numbers of tickets and are not.
const standards = new Set([
  'UTF',
  'SHA',
  'AES',
  'RSA',
  'GPT',
  'ISO',
  'RFC',
  'IEEE',
  'CVE',
  'ES',
  'HTTP',
  'COVID',
])

export function hintsIn(text: string, members: string[]): Hint[] {
  const addresses = text.match(/[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:.]{2,}/g) ?? []
  const tickets = (text.match(/\b[A-Z][A-Z0-9]{1,9}-\d+\b/g) ?? []).filter(
    (ticket) => !standards.has(ticket.slice(0, ticket.lastIndexOf('-'))),
  )
  return [
    ...namesIn(text, members).map((found) => ({ kind: 'name' as const, found })),
    ...[...new Set(addresses)].map((found) => ({ kind: 'address' as const, found })),
    ...[...new Set(tickets)].map((found) => ({ kind: 'ticket' as const, found })),
  ]
}

/** Any part of a member's name, unless it begins with a small letter: "will" is not Will. */
function namesIn(text: string, members: string[]): string[] {
  const names = new Set(
    members
      .flatMap(wordsOf)
      .filter((word) => word.length > 2)
      .map((word) => word.toLowerCase()),
  )
  const mentioned = wordsOf(text).filter((word) => !/^\p{Ll}/u.test(word) && names.has(word.toLowerCase()))
  return [...new Set(mentioned)]
}

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []
