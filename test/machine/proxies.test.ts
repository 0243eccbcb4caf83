import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, bodyOf } from './asking.ts'
import { isInstalled, proxies } from './proxies.ts'
import { startSite } from './site.ts'

for (const name of proxies.filter(isInstalled))
  describe(`behind ${name} as docs/install has it`, () => {
    let site: Awaited<ReturnType<typeof startSite>>
    beforeAll(async () => {
      site = await startSite(name)
    })
    afterAll(() => site.end())

    test('each header that protects arrives once, as the server set it', async () => {
      const direct = await ask(`${site.behind}/sign-in`)
      const through = await ask(`${site.url}/sign-in`)
      for (const header of protecting) {
        expect(direct.headersDistinct[header], header).toHaveLength(1)
        expect(through.headersDistinct[header], header).toEqual(direct.headersDistinct[header])
      }
    })

    test('the server knows that people come by https: the session travels over nothing else', () => {
      expect(site.session).toContain('; Secure')
    })

    test('a client is limited by its own address, whatever it says of itself, and no other with it', async () => {
      expect(await afterSixtyTries(site.url, '127.0.0.2')).toBe(429)
      expect((await signingIn(site.url, '127.0.0.3')).statusCode).toBe(422)
    })

    test('who comes past it is not believed either', async () => {
      expect(await afterSixtyTries(site.behind, '127.0.0.4')).toBe(429)
    })

    test('a file of 31 megabytes arrives', async () => {
      const file = new FormData()
      file.set(
        'file',
        new Blob(['email,team\nfay@acme.example,Payments', '\n'.repeat(31_000_000)]),
        'roster.csv',
      )
      const sent = new Response(file)
      const preview = await site.send('/roster/imports', {
        headers: { 'content-type': sent.headers.get('content-type')! },
        body: Buffer.from(await sent.arrayBuffer()),
      })
      expect((await bodyOf(preview)).state).toBe('ready')
    })

    test('what changes on a board is told while its stream stays open', async () => {
      const { teams } = await bodyOf<{ teams: { id: string }[] }>(await site.send('/teams'))
      const { id } = await bodyOf(await site.post('/boards', { team: teams[0]!.id }))
      const stream = await site.send(`/boards/${id}/events`)
      expect(stream.headers['content-type']).toContain('text/event-stream')
      await told(stream, 'in-write')
      await site.post(`/boards/${id}/stage`, { from: 'write', to: 'group' })
      await told(stream, 'in-group')
      stream.destroy()
    })

    const signingIn = (url: string, from: string, says = '198.51.100.1') =>
      ask(`${url}/sign-in`, { method: 'POST', from, headers: { origin: site.url, 'x-forwarded-for': says } })

    async function afterSixtyTries(url: string, from: string) {
      for (let n = 0; n < 60; n++) (await signingIn(url, from, `198.51.100.${n}`)).resume()
      return (await signingIn(url, from)).statusCode
    }
  })

const protecting = [
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cache-control',
]

/** Resolves once the stream has said it. */
const told = (stream: IncomingMessage, word: string) =>
  new Promise<void>((resolve) =>
    stream.on('data', (chunk: Buffer) => {
      if (chunk.includes(word)) resolve()
    }),
  )
