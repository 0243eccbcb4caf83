import { ask, NotTaken, retryAfter, type Hosts, type Ways } from '../outside/outside.ts'

export interface Message {
  headers: Record<string, string>
  body: string
}

const mostRedirects = 2

/** Posts a message. Throws NotTaken, with the reason, when the service did not take it. */
export async function send(
  address: URL,
  message: Message,
  hosts: Hosts,
  { patience, resolve }: Ways,
): Promise<void> {
  const signal = AbortSignal.timeout(patience)
  let url = address
  for (let redirects = 0; ; redirects++) {
    const response = await ask(url, { method: 'POST', ...message }, { hosts, signal, resolve })
    // The status says it all. What follows is not read: neither its length nor its words matter.
    response.on('error', () => {}).destroy()
    const { statusCode: status = 0, headers } = response
    if (status >= 200 && status < 300) return
    // Others ask for a GET instead, which would tell the service nothing.
    if (status !== 307 && status !== 308)
      throw new NotTaken(String(status), retryAfter(headers['retry-after']))
    const { location } = headers
    if (redirects === mostRedirects || !location || !URL.canParse(location, url))
      throw new NotTaken('redirects')
    url = new URL(location, url)
  }
}
