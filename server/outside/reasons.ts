/** A service outside did not take what it was sent, or did not give what it was asked for. The reason is a word of ours, or the status it answered with. */
export class NotTaken extends Error {
  constructor(
    readonly reason: string,
    /** How long the service asks to be left alone, in milliseconds. */
    readonly wait = 0,
  ) {
    super(reason)
  }
}

/** Never the words of an error, which may quote the address. */
export function reasonOf({ code = '' }: NodeJS.ErrnoException): string {
  if (code === 'EADDRESS') return 'address'
  if (code === 'ABORT_ERR') return 'slow'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  if (code.startsWith('HPE_')) return 'reply'
  if (/CERT|TLS|SSL|UNABLE_TO|EPROTO/.test(code)) return 'certificate'
  return 'unreachable'
}

const longest = 24 * 60 * 60_000

/** In seconds, or until a date (RFC 9110); in milliseconds here. */
export function retryAfter(value: string | undefined): number {
  if (!value) return 0
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return wait > 0 ? Math.min(wait, longest) : 0
}
