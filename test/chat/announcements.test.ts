import { afterEach, beforeEach, expect, test } from 'vitest'
import { announce } from '#server/chat/chat.ts'
import { dueDeliveries, takeDelivery } from '#server/chat/taking.ts'
import { tick } from '#server/jobs.ts'
import { listPublished } from '#server/results/results.ts'
import { catalogues } from '#views/messages/catalogues.ts'
import { chatDeliveries } from '#server/storage/schema/chat.ts'
import { openStore } from '#server/storage/index.ts'
import { decide, facilitator } from '../helpers/actions.ts'
import { everybodyAnswers, tokensByAddress } from '../helpers/answering.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { closeRound, openRound, rated } from '../helpers/attacks.ts'
import { teamIds } from '../helpers/pages.ts'
import { outside, pseudo } from '../helpers/pseudo.ts'
import { publishRound } from '../helpers/published.ts'
import { ChatServer } from './chat-server.ts'
import { addChannel, allow, deliveriesOf, sendDue } from './company.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let safe: TestApp
let dana: Visitor
let chat: ChatServer
beforeEach(async () => {
  safe = await TestApp.start()
  chat = await ChatServer.start()
  dana = await safe.setUp()
  const teams = roster({ 'Eng / Payments': 8, 'Eng / Ledger': 8, 'Ops / Support': 8 })
  const [header, ...people] = teams.split('\n')
  const fay = `${facilitator},Ops / Support,Fay,facilitator,Eng / Payments`
  await safe.importRoster(
    dana,
    [`${header},role,facilitates`, ...people.map((one) => `${one},,`), fay].join('\n'),
  )
  await allow(dana, chat)
})
afterEach(async () => {
  await chat.stop()
  await safe.stop()
})

const it = () => ({ dana, chat })
const minutePasses = async () => {
  await safe.minute()
  await sendDue(safe.context)
}
const texts = () => chat.told.map(({ body }) => JSON.parse(body).text as string)

test('a round that opens is told once, with its fingerprint and a link that is nobody’s own', async () => {
  await addChannel(it())
  const id = await openRound(safe, dana, { name: 'November' })
  for (let again = 0; again < 3; again++) await minutePasses()
  const { fingerprint } = (await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json()
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain('Acme asks, anonymously: November')
  expect(texts()[0]).toContain(fingerprint)
  expect(texts()[0]).toContain('<http://localhost:3000/own-link|')
  expect(texts()[0]).not.toContain('/answer')
  for (const token of tokensByAddress(safe).values()) expect(texts()[0]).not.toContain(token)
})

test('that it closes tomorrow is told a day before, that results are in when they can be read, and never a figure', async () => {
  await addChannel(it())
  const closesAt = new Date(safe.clock.now().getTime() + 4 * day).toISOString()
  const id = await openRound(safe, dana, { name: 'November', closesAt })
  await minutePasses()
  safe.clock.advance(2.9 * day)
  await minutePasses()
  expect(texts()).toHaveLength(1)
  safe.clock.advance(0.2 * day)
  for (let again = 0; again < 3; again++) await minutePasses()
  expect(texts()).toHaveLength(2)
  expect(texts()[1]).toContain('Acme: November closes tomorrow')
  await everybodyAnswers(safe, () => rated(4))
  await closeRound(dana, id)
  for (let again = 0; again < 3; again++) await minutePasses()
  expect(texts()).toHaveLength(3)
  expect(texts()[2]).toContain('the results of November are in')
  expect(texts()[2]).toContain(`/rounds/${id}/results|`)
  for (const text of texts())
    expect(text.replace(/\/\/localhost\S*|Fingerprint.*|Open until.*/g, '')).not.toMatch(/\d/)
})

test('a channel that is added on the last day is told that the round closes today', async () => {
  const closesAt = new Date(safe.clock.now().getTime() + 4 * day).toISOString()
  await openRound(safe, dana, { name: 'November', closesAt })
  safe.clock.advance(3.9 * day)
  await addChannel(it(), { events: ['closing'] })
  await minutePasses()
  expect(texts()).toEqual([expect.stringContaining('Acme: November closes today')])
})

test('what is told comes from the catalogue, word for word', async () => {
  safe.context.catalogues = { en: pseudo(catalogues.en) }
  const ids = await teamIds(safe)
  const fay = await safe.signIn(facilitator)
  await addChannel(it(), { name: 'all', events: ['opened', 'closing', 'results', 'digest'] })
  const id = await addChannel(it(), { name: 'pay', team: 'Eng / Payments', events: ['digest', 'results'] })
  await fay.post(`/chat/channels/${id}/agreement`, {})
  await decide(fay, ids, { text: '2 + 2' })
  const closesAt = new Date(safe.clock.now().getTime() + 4 * day).toISOString()
  const round = await openRound(safe, dana, { name: '11', closesAt })
  await minutePasses()
  safe.clock.advance(3.1 * day)
  await minutePasses()
  await everybodyAnswers(safe, () => rated(4))
  await closeRound(dana, round)
  await minutePasses()
  await dana.post(`/chat/channels/${id}/test`, {})
  expect(chat.told).toHaveLength(7)
  const outsideOfIt = texts().flatMap((text) => outside(text.replace(/<http[^|]+\|/g, '')).split('\n'))
  expect(outsideOfIt.filter((line) => /\p{L}/u.test(line.replace(/[a-z2-7]{26}/, '')))).toEqual([])
})

test('a round too few people answered says nothing in chat, and what was announced while it was open is the same whoever answered', async () => {
  await addChannel(it())
  const first = await openRound(safe, dana, { name: 'November' })
  await minutePasses()
  await everybodyAnswers(safe, (address) => (address === 'payments1@acme.example' ? rated(4) : null))
  await minutePasses()
  expect(texts()).toHaveLength(1)
  await closeRound(dana, first)
  await minutePasses()
  expect(texts()).toHaveLength(1)
})

test('a team’s channel hears of the rounds that ask its team, and is led to its own results', async () => {
  const ids = await teamIds(safe)
  await addChannel(it(), { name: 'pay', team: 'Eng / Payments', path: '/pay' })
  await addChannel(it(), { name: 'support', team: 'Ops / Support', path: '/support' })
  const id = await openRound(safe, dana, { name: 'November', teams: [ids.get('Eng')] })
  await everybodyAnswers(safe, () => rated(4))
  await closeRound(dana, id)
  await minutePasses()
  expect(new Set(chat.told.map(({ path }) => path))).toEqual(new Set(['/pay']))
  expect(texts().at(-1)).toContain(`/rounds/${id}/results/${ids.get('Eng / Payments')}|`)
})

test('on Mondays a team’s open actions are told without names, once somebody who leads it agreed', async () => {
  const ids = await teamIds(safe)
  const fay = await safe.signIn(facilitator)
  const id = await addChannel(it(), { name: 'pay', team: 'Eng / Payments', events: ['digest'] })
  await decide(fay, ids, { text: 'Review in pairs @channel.' })
  await minutePasses()
  expect(chat.told).toEqual([])
  await fay.post(`/chat/channels/${id}/agreement`, {})
  for (let again = 0; again < 3; again++) await minutePasses()
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain('Eng / Payments: open actions')
  expect(texts()[0]).toContain('Review in pairs @\u200bchannel. (by 30 November 2026)')
  expect(texts()[0]).not.toContain('payments1')
  expect(await deliveriesOf(dana, id)).toEqual([])
  safe.clock.advance(day)
  await minutePasses()
  expect(texts()).toHaveLength(1)
  safe.clock.advance(6 * day)
  await minutePasses()
  expect(texts()).toHaveLength(2)
})

test('what waits when a team takes its word back is not sent', async () => {
  const ids = await teamIds(safe)
  const fay = await safe.signIn(facilitator)
  const id = await addChannel(it(), { name: 'pay', team: 'Eng / Payments', events: ['digest'] })
  await decide(fay, ids)
  await fay.post(`/chat/channels/${id}/agreement`, {})
  await tick(safe.context)
  expect(await safe.context.store.read.$count(chatDeliveries)).toBe(1)
  await fay.post(`/chat/channels/${id}/agreement/removal`, {})
  await sendDue(safe.context)
  expect(chat.told).toEqual([])
  expect(await safe.context.store.read.$count(chatDeliveries)).toBe(0)
})

test('the organisation’s channel is told on Mondays where actions are, and none of them', async () => {
  const ids = await teamIds(safe)
  await addChannel(it(), { events: ['digest'] })
  await decide(await safe.signIn(facilitator), ids, { text: 'Review in pairs.' })
  await minutePasses()
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain('<http://localhost:3000/actions|')
  expect(texts()[0]).not.toContain('pairs')
})

test('a signal names its rule and no figure, and no administrator sees that there was one', async () => {
  const ids = await teamIds(safe)
  const fay = await safe.signIn(facilitator)
  const id = await addChannel(it(), { name: 'pay', team: 'Eng / Payments', events: ['signal'] })
  await addChannel(it(), { name: 'ledger', team: 'Eng / Ledger', events: ['signal'], path: '/ledger' })
  await fay.post(`/chat/channels/${id}/agreement`, {})
  const units = ['Payments', 'Ledger'].map((name) => ({
    teamIds: [ids.get(`Eng / ${name}`)!],
    path: [ids.get('Eng')!],
    invited: 30,
  }))
  for (const [n, month] of ['06', '07', '08', '09'].entries())
    await publishRound(safe.context.store, {
      closesAt: new Date(`2026-${month}-20T12:00:00Z`),
      units,
      histogram: ({ key, bands }, ballots) => {
        const high = key !== 'ai-trust' || n < 2
        return bands.map((_, level) => (level === (high ? bands.length - 1 : 0) ? ballots : 0))
      },
    })
  const [latest, before] = await listPublished(safe.context.store.read)
  for (const round of [before!, latest!])
    await safe.context.store.write((tx) => announce(tx, safe.context, { event: 'signal', about: round.id }))
  await minutePasses()
  expect(chat.told.map(({ path }) => path)).toEqual(['/hooks/SECRET?sig=SIGNATURE'])
  expect(texts()[0]).toContain('Eng / Payments: pause and look')
  expect(texts()[0]).toContain('is falling, for two months or longer')
  expect(texts()[0]).toContain(`/overview/${ids.get('Eng / Payments')}|`)
  expect(texts()[0]).not.toMatch(/\d ?%/)
  expect(await deliveriesOf(dana, id)).toEqual([])
  const [sent] = await safe.context.store.read.select().from(chatDeliveries)
  expect((await dana.post(`/chat/deliveries/${sent!.id}/repetition`, {})).statusCode).toBe(404)
})

test('what is not taken is tried again, each time later, for a day', async () => {
  const id = await addChannel(it())
  chat.answers = (response) => void response.writeHead(503).end()
  const closesAt = new Date(safe.clock.now().getTime() + 9 * day).toISOString()
  await openRound(safe, dana, { closesAt })
  const tries: number[] = []
  for (let passed = 0; passed < 30 * 60; passed++) {
    const before = chat.told.length
    await sendDue(safe.context)
    if (chat.told.length > before) tries.push(passed)
    safe.clock.advance(minute)
  }
  expect(tries.slice(0, 7)).toEqual([0, 1, 3, 7, 15, 31, 63])
  expect(tries.length).toBeLessThan(24)
  expect(tries.at(-1)).toBeLessThanOrEqual(24 * 60)
  expect(await deliveriesOf(dana, id)).toMatchObject([{ event: 'opened', state: 'given up', failure: '503' }])
})

test('a service that asks to be left alone is left alone for as long, and one that closed the channel for good', async () => {
  const id = await addChannel(it())
  chat.answers = (response) => void response.writeHead(429, { 'retry-after': '1800' }).end()
  const closesAt = new Date(safe.clock.now().getTime() + 9 * day).toISOString()
  await openRound(safe, dana, { closesAt })
  await sendDue(safe.context)
  safe.clock.advance(29 * minute)
  await sendDue(safe.context)
  expect(chat.told).toHaveLength(1)
  chat.answers = (response) => void response.writeHead(410).end()
  safe.clock.advance(2 * minute)
  await sendDue(safe.context)
  safe.clock.advance(12 * hour)
  await sendDue(safe.context)
  expect(chat.told).toHaveLength(2)
  expect(await deliveriesOf(dana, id)).toMatchObject([{ state: 'given up', failure: '410' }])
})

test('a slow service delays neither a round nor another channel', async () => {
  await addChannel(it(), { name: 'slow', path: '/slow' })
  await addChannel(it(), { name: 'quick', path: '/quick' })
  chat.answers = (response, { path }) => {
    if (path === '/quick') response.end()
  }
  const id = await openRound(safe, dana)
  await sendDue(safe.context, 200)
  expect((await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json().state).toBe('open')
  const states = (await safe.context.store.read.select().from(chatDeliveries)).map(({ state, failure }) => [
    state,
    failure,
  ])
  expect(states.sort()).toEqual([
    ['sent', null],
    ['waiting', 'slow'],
  ])
})

test('two processes on one database tell each channel once', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await addChannel(it(), { name, path: `/${name}` })
  chat.answers = async (response) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    response.end()
  }
  const store = await openStore(safe.context.config)
  const other = { ...safe.context, store }
  await openRound(safe, dana)
  await Promise.all([tick(safe.context), tick(other)])
  await Promise.all([sendDue(safe.context), sendDue(other), sendDue(safe.context), sendDue(other)])
  await store.close()
  expect(chat.told.map(({ path }) => path).sort()).toEqual(['/a', '/b', '/c', '/d'])
})

test('what a process took and died over is sent by the next one', async () => {
  await addChannel(it())
  await openRound(safe, dana)
  const [id] = await dueDeliveries(safe.context)
  expect(await takeDelivery(safe.context, id!)).not.toBeNull()
  await sendDue(safe.context)
  expect(chat.told).toEqual([])
  safe.clock.advance(minute)
  await sendDue(safe.context)
  expect(chat.told).toHaveLength(1)
})

test('a round that was called off before the service was back is not announced', async () => {
  await addChannel(it())
  chat.answers = (response) => void response.writeHead(503).end()
  const id = await openRound(safe, dana)
  await sendDue(safe.context)
  await dana.postJson(`/rounds/${id}/cancellation`, {})
  const [waiting] = await safe.context.store.read.select().from(chatDeliveries)
  chat.answers = (response) => void response.end()
  safe.clock.advance(hour)
  await minutePasses()
  expect(chat.told).toHaveLength(1)
  expect(await safe.context.store.read.select().from(chatDeliveries)).toEqual([])
  expect((await dana.postJson(`/chat/deliveries/${waiting!.id}/repetition`, {})).statusCode).toBe(404)
})

test('what is sent again when it is over is not sent, and that is said', async () => {
  const id = await addChannel(it())
  const round = await openRound(safe, dana)
  await sendDue(safe.context)
  await dana.postJson(`/rounds/${round}/cancellation`, {})
  const [opened] = await deliveriesOf(dana, id)
  const again = await dana.postJson(`/chat/deliveries/${opened.id}/repetition`, {})
  expect(again.json()).toEqual({ failure: null, over: true })
  expect(chat.told).toHaveLength(1)
})

test('what was told is forgotten after ninety days', async () => {
  await addChannel(it())
  await openRound(safe, dana)
  await sendDue(safe.context)
  safe.clock.advance(91 * day)
  await minutePasses()
  const rows = await safe.context.store.read.select().from(chatDeliveries)
  expect(rows.filter(({ event }) => event === 'opened')).toEqual([])
})
