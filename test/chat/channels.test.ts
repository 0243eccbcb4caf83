import { afterEach, beforeEach, expect, test } from 'vitest'
import { unseal } from '#server/secrets.ts'
import { openKeys } from '#server/keys.ts'
import { chatChannels, chatDeliveries } from '#server/storage/schema/chat.ts'
import { people } from '#server/storage/schema/people.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { temporaryDirectory } from '../helpers/store.ts'
import { addChannel, allow, deliveriesOf } from './company.ts'
import { ChatServer } from './chat-server.ts'

let safe: TestApp
let dana: Visitor
let chat: ChatServer
beforeEach(async () => {
  safe = await TestApp.start()
  chat = await ChatServer.start()
  dana = await safe.setUp()
  const leader = 'fay@acme.example,Eng / Payments,Fay'
  await safe.importRoster(dana, roster({ 'Eng / Payments': 8, 'Eng / Ledger': 8 }, [leader]))
})
afterEach(async () => {
  await chat.stop()
  await safe.stop()
})

const it = () => ({ dana, chat })
const page = async () => (await dana.get('/chat')).body

test('a channel is added where its host was allowed, and a test shows that it works', async () => {
  const form = { kind: 'slack', name: '#eng', address: chat.url().href, events: ['opened'] }
  const early = await dana.post('/chat/channels', form)
  expect(early.statusCode).toBe(422)
  expect(early.body).toContain('Nothing may be sent to this host yet.')
  expect(early.body).toContain('value="#eng"')
  await allow(dana, chat)
  const id = await addChannel(it(), { name: '#eng' })
  expect((await dana.post(`/chat/channels/${id}/test`, {})).headers.location).toBe('/chat')
  expect(chat.told).toHaveLength(1)
  expect(chat.told[0]!.path).toBe('/hooks/SECRET?sig=SIGNATURE')
  expect(JSON.parse(chat.told[0]!.body).text).toContain('A test from Acme')
  expect(await deliveriesOf(dana, id)).toMatchObject([{ event: 'test', state: 'sent', failure: null }])
  expect(await page()).toContain('The service took it.')
})

test('the address of a channel is never shown again, whole or in part', async () => {
  await allow(dana, chat)
  await addChannel(it())
  const json = (await dana.get('/chat', { accept: 'application/json' })).body
  for (const said of [await page(), json, (await dana.get('/audit')).body]) {
    expect(said).toContain(chat.host)
    expect(said).not.toContain('SECRET')
    expect(said).not.toContain('SIGNATURE')
  }
})

test('a webhook’s signing secret is shown once, when it is made', async () => {
  await allow(dana, chat)
  const form = { kind: 'webhook', name: 'ours', address: chat.url().href, events: ['opened'] }
  const added = await dana.post('/chat/channels', form)
  const secret = /whsec_[A-Za-z0-9+/]{43}=/.exec(added.body)![0]
  expect(await page()).not.toContain(secret)
  expect(await page()).not.toContain('whsec_')
})

test('addresses without https, with a password in front, or that are none are refused with what to do', async () => {
  await dana.post('/chat/hosts', { host: 'hooks.slack.com' })
  for (const address of [
    'http://hooks.slack.com/x',
    'https://a:b@hooks.slack.com/x',
    'hooks.slack.com',
    'ftp://hooks.slack.com/',
  ]) {
    const refused = await dana.post('/chat/channels', {
      kind: 'slack',
      name: 'x',
      address,
      events: ['opened'],
    })
    expect([address, refused.statusCode]).toEqual([address, 422])
    expect(refused.body).toContain('Please paste the whole address')
  }
})

test('a host is allowed by its name or by any address there, and what is no host is not', async () => {
  for (const host of [
    'hooks.slack.com',
    'https://prod-1.westeurope.logic.azure.com:443/workflows/x?sig=y',
    'chat.acme.example:8065',
  ])
    await dana.post('/chat/hosts', { host })
  const body = await page()
  for (const host of ['hooks.slack.com', 'prod-1.westeurope.logic.azure.com', 'chat.acme.example:8065'])
    expect(body).toContain(`<td>${host}</td>`)
  for (const host of ['*.slack.com', 'ftp://x.example', '', 'a b', 'https://'])
    expect([host, (await dana.post('/chat/hosts', { host })).statusCode]).toEqual([host, 422])
  await dana.post('/chat/hosts/hooks.slack.com/removal', {})
  expect(await page()).not.toContain('<td>hooks.slack.com</td>')
})

test('a channel whose host is allowed no more is told nothing, and says why', async () => {
  await allow(dana, chat)
  const id = await addChannel(it())
  await dana.post(`/chat/hosts/${chat.host}/removal`, {})
  await dana.post(`/chat/channels/${id}/test`, {})
  expect(chat.told).toEqual([])
  expect(await deliveriesOf(dana, id)).toMatchObject([{ state: 'given up', failure: 'host' }])
  expect(await page()).toContain('Its host is not on the list of allowed hosts.')
})

test('what was not taken stands there with its reason, on the start page too, and is sent again at a press', async () => {
  await allow(dana, chat)
  const id = await addChannel(it())
  chat.answers = (response) => void response.writeHead(404).end(`no_service ${chat.url().href}`)
  await dana.post(`/chat/channels/${id}/test`, {})
  const [delivery] = await deliveriesOf(dana, id)
  expect(delivery).toMatchObject({ event: 'test', state: 'given up', failure: '404' })
  expect(await page()).toContain('There is no such channel there any more (404)')
  expect((await dana.get('/')).body).toContain('Messages to #engineering were not taken so far.')
  chat.answers = (response) => void response.end('ok')
  await dana.post(`/chat/deliveries/${delivery.id}/repetition`, {})
  expect(chat.told).toHaveLength(2)
  expect(await deliveriesOf(dana, id)).toMatchObject([{ id: delivery.id, state: 'sent', failure: null }])
  expect((await dana.get('/')).body).not.toContain('were not taken so far')
})

test('a removed channel takes its address and all it was to be told with it', async () => {
  await allow(dana, chat)
  const id = await addChannel(it())
  await dana.post(`/chat/channels/${id}/test`, {})
  expect((await dana.get(`/chat/channels/${id}/removal`)).body).toContain('Remove #engineering?')
  await dana.post(`/chat/channels/${id}/removal`, {})
  const { read } = safe.context.store
  expect(await read.select().from(chatChannels)).toEqual([])
  expect(await read.select().from(chatDeliveries)).toEqual([])
  expect((await dana.post(`/chat/channels/${id}/test`, {})).statusCode).toBe(404)
})

test('signals are of a team, and an administrator cannot have them sent: whoever leads the team agrees first', async () => {
  await allow(dana, chat)
  const form = { kind: 'slack', name: 'x', address: chat.url().href, events: ['signal'] }
  expect((await dana.post('/chat/channels', form)).body).toContain('Signals are of a team.')
  const id = await addChannel(it(), { team: 'Eng / Payments', events: ['signal', 'opened'] })
  const agreement = `/chat/channels/${id}/agreement`
  expect(await page()).toContain(agreement)
  expect((await dana.post(agreement, {})).statusCode).toBe(403)
  const fay = await safe.signIn('fay@acme.example')
  expect((await fay.get(agreement)).statusCode).toBe(403)
  const [row] = (await safe.context.store.read.select().from(people)).filter(({ name }) => name === 'Fay')
  await dana.post(`/people/${row!.id}`, {
    email: row!.email,
    teamId: row!.teamId!,
    answers: 'yes',
    facilitates: 'Eng / Payments',
  })
  expect((await fay.get(agreement)).body).toContain(
    'It is not sent until somebody who leads the team agrees.',
  )
  await fay.post(agreement, {})
  expect((await fay.get(agreement)).body).toContain('It is sent, as somebody who leads the team agreed.')
  expect(await page()).not.toContain(agreement)
  await fay.post(`${agreement}/removal`, {})
  expect(await page()).toContain(agreement)
})

test('what was sealed is opened with the key directory it was sealed with, and in its own place', async () => {
  await allow(dana, chat)
  const id = await addChannel(it())
  const [channel] = await safe.context.store.read.select().from(chatChannels)
  const { sealed } = channel!
  const { keys } = safe.context
  expect(await unseal(keys, `chat channel ${id}`, sealed)).toContain('SIGNATURE')
  expect(await unseal(keys, 'chat channel other', sealed)).toBeNull()
  safe.context.keys = openKeys(temporaryDirectory())
  await dana.post(`/chat/channels/${id}/test`, {})
  expect(chat.told).toEqual([])
  expect(await page()).toContain('Its address was sealed with a key that is gone.')
})
