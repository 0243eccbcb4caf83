const fixed: Record<string, string> = {
  '401': 'The token is wrong, or has expired. Make a new one.',
  expired: 'The token has expired. Make a new one.',
  '403':
    'The token does not open what is needed. Look at what it may read, and whether the vendor’s own setting lets figures be fetched.',
  '404':
    'There is nothing at that address, or the token may not see it. Look at the name of the organisation or the repository.',
  tooWide: 'The token can do more than read. It is not used: make one that may read and nothing else.',
  host: 'Its host is not on the list of allowed hosts.',
  insecure: 'The address has no https, and its host is not of your own network.',
  address: 'Its host has an address that is not reached: of this machine, or of a private network.',
  name: 'The name of its host could not be found.',
  unreachable: 'Its host could not be reached.',
  certificate: 'No encrypted connection could be made: look at its certificate.',
  slow: 'It did not answer in time.',
  brokenOff: 'Its answer broke off.',
  reply: 'Its answer could not be read.',
  shape: 'Its answer is not as its vendor documents it.',
  tooLong: 'Its answer is far too long.',
  '429': 'It is asked too much at once (429).',
  sealed: 'The token was sealed with a key that is gone. Enter it again.',
  tables: 'The database does not hold what DevLake documents, or the role may not read it.',
  nobodyMatched:
    'Nobody it names was found in the roster, so nothing was stored. Look at the mail addresses there, or at what its teams are called.',
  ours: 'That is a fault of ours. It was noted without any of your data.',
}

const statuses: Record<string, string> = {
  '3': 'It sent us elsewhere, which is not followed',
  '4': 'It refused the request',
  '5': 'It has a fault of its own, or is down',
}

/** @param reason a word of ours, and what of theirs may be told with it: a host or a field. */
function said(reason: string, faults: Record<string, (value: string) => string>): string {
  const [word = '', detail = '', field = ''] = reason.split(' ')
  if (word === 'leadsTo')
    return `It leads to ${detail}, which is not on the list of allowed hosts. Allow it if it is the vendor’s.`
  if (word === 'unread') return faults[detail]?.(field) ?? 'Its answer could not be read.'
  return fixed[word] ?? `${statuses[word.charAt(0)] ?? 'Nothing came'} (${word}).`
}

export const reasons = said
