import { join } from 'node:path'
import { freePort } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { temporaryDirectory } from '../helpers/store.ts'
import { ask, bodyOf, type Asked } from './asking.ts'
import { startProxy, type ProxyName } from './proxies.ts'

/** What `npm start` runs behind a proxy with https, set up by Dana, who leads the retros of Payments. */
export async function startSite(proxyName: ProxyName) {
  const [port, PORT] = [await freePort(), String(await freePort())]
  const url = `https://localhost:${port}`
  const directory = temporaryDirectory()
  const child = new Child('main', {
    PORT,
    PUBLIC_URL: url,
    TRUST_PROXY: '127.0.0.1',
    DATA_DIR: join(directory, 'data'),
    KEY_DIR: join(directory, 'keys'),
  })
  const proxy = startProxy(proxyName, { port, upstream: `127.0.0.1:${PORT}` })
  const end = async () => {
    await proxy.end()
    await killChildren()
  }
  await child.prints('No SMTP_URL')
  await untilHealthy(url)
  let cookie = ''
  const send = (path: string, asked: Asked = {}) =>
    ask(url + path, {
      method: asked.body === undefined ? 'GET' : 'POST',
      ...asked,
      headers: { accept: 'application/json', origin: url, cookie, ...asked.headers },
    })
  const post = (path: string, body: object) =>
    send(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  const token = /#(\S+)/.exec(child.out)![1]!
  const [session] = (await post('/setup', { token, ...organisation })).headers['set-cookie']!
  cookie = session!.split(';')[0]!
  const { id } = await bodyOf(await post('/roster/imports', { roster }))
  await post(`/roster/imports/${id}/application`, {})
  return { url, behind: `http://localhost:${PORT}`, session: session!, send, post, end }
}

const organisation = { organisation: 'Acme', timeZone: 'UTC', email: 'dana@acme.example' }
const roster = 'email,team,role,facilitates\ndana@acme.example,Payments,admin;facilitator,Payments'

async function untilHealthy(url: string): Promise<void> {
  const answer = await ask(`${url}/health`).catch(() => null)
  if (answer?.statusCode === 200) return
  await new Promise((resolve) => setTimeout(resolve, 50))
  return untilHealthy(url)
}
