/** Of a status, by its first digit. */
const statuses: Record<string, string> = {
  '3': 'It sent us elsewhere in a way that is not followed.',
  '4': 'It refused the message: the address may be wrong or no longer valid.',
  '5': 'It has a fault of its own, or is down.',
}

export const outcome = {
  states: {
    waiting: 'Waiting',
    sent: 'Taken',
    retrying: (reason: string, at: string) => `${reason} Tried again on ${at}.`,
    'given up': (reason: string) => `${reason} Not tried any more.`,
  },
  reasons: {
    host: 'Its host is not on the list of allowed hosts.',
    insecure: 'The address has no https, and its host is not of your own network.',
    address: 'Its host has an address that is not reached: of this machine, or of a private network.',
    name: 'The name of its host could not be found.',
    unreachable: 'Its host could not be reached.',
    certificate: 'No encrypted connection could be made: look at its certificate.',
    slow: 'It did not answer within ten seconds.',
    reply: 'Its answer could not be read.',
    redirects: 'It sent us elsewhere too often, or nowhere.',
    sealed: 'Its address was sealed with a key that is gone. Remove the channel and add it again.',
    ours: 'The message could not be written. That is a fault of ours.',
    '404': 'There is no such channel there any more (404): remove it and add it with a new address.',
    '410': 'The channel was closed there (410).',
    '429': 'It is told too much at once (429).',
  } as Record<string, string>,
  status: (status: string) => `${statuses[status.charAt(0)] ?? 'It did not take the message.'} (${status})`,
}
