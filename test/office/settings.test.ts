import { afterEach, beforeEach, expect, test } from 'vitest'
import { organisationOf } from '#server/settings/settings.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { openRound } from '../helpers/attacks.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
})
afterEach(() => safe.stop())

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200, 7)])
const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(200, 7)])

/** As the form on the page sends it. */
function send(content: Buffer, by = dana) {
  const head = '--edge\r\ncontent-disposition: form-data; name="picture"; filename="logo.png"\r\n\r\n'
  return by.request({
    method: 'POST',
    url: '/settings/logo',
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--edge--\r\n')]),
  })
}
const change = (fields: Record<string, string>) =>
  dana.post('/settings', { name: 'Acme', timeZone: 'Europe/Berlin', ...fields })
const stored = () => organisationOf(safe.context.store.read)
/** What a member is sent next. */
async function invitation() {
  await openRound(safe, dana)
  return safe.letters.at(-1)!
}

test('mail comes in the organisation’s name, its button in its colour, and its times in its zone', async () => {
  await change({ name: 'Café Müller', accent: '#8A1538', timeZone: 'Asia/Tokyo' })
  const { from, html, text } = await invitation()
  expect(from).toBe('Café Müller · Safe to Say')
  expect(html).toMatch(/class="button"[^>]*background: #8a1538/)
  for (const part of [html, text]) expect(part).toMatch(/Open until .* 17:00 (JST|GMT\+9)/)
})

test('a colour that white cannot be read on is refused in a sentence, and so is what is no colour', async () => {
  for (const [accent, sentence] of [
    ['#ffcc00', 'White words on this colour would be hard to read.'],
    ['#7b7b7b', 'White words on this colour would be hard to read.'],
    ['red', 'Please give a colour as #'],
    ['#1f5fa8;display:none', 'Please give a colour as #'],
  ] as const) {
    const answer = await change({ accent })
    expect([accent, answer.statusCode]).toEqual([accent, 422])
    expect(answer.body).toContain(sentence)
  }
  expect((await change({ accent: '#757575' })).statusCode).toBe(303)
  expect((await stored())!.accent).toBe('#757575')
  expect((await change({})).statusCode).toBe(303)
  expect((await stored())!.accent).toBe('#757575')
})

test('the logo travels in the mail itself, and nothing in a mail is fetched from anywhere', async () => {
  expect((await invitation()).logo).toBeUndefined()
  expect((await send(png)).headers.location).toBe('/settings#logo')
  expect((await dana.get('/settings')).body).toContain('src="/settings/logo"')
  const shown = await dana.get('/settings/logo')
  expect([shown.headers['content-type'], shown.rawPayload.equals(png)]).toEqual(['image/png', true])
  await safe.signIn('payments1@acme.example')
  const { logo, html } = safe.letters.at(-1)!
  expect(logo!.type).toBe('image/png')
  expect(logo!.content.equals(png)).toBe(true)
  expect(html).toContain('src="cid:logo"')
  expect(html.match(/(src|background|poster|srcset)=|url\(|@import|<link/g)).toEqual(['src='])
  await send(jpeg)
  expect((await dana.get('/settings/logo')).headers['content-type']).toBe('image/jpeg')
  await dana.post('/settings/logo/removal', {})
  expect((await dana.get('/settings/logo')).statusCode).toBe(404)
})

test('a logo is a small PNG or JPEG by what is in it, whatever it is called', async () => {
  for (const [content, sentence] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'neither a PNG nor a JPEG'],
    [Buffer.from('GIF89a'), 'neither a PNG nor a JPEG'],
    [Buffer.from('<!doctype html>'), 'neither a PNG nor a JPEG'],
    [Buffer.concat([png, Buffer.alloc(100 * 1024)]), 'larger than 100 kB'],
    [Buffer.alloc(0), 'Please fill this in.'],
  ] as const) {
    const answer = await send(content)
    expect([sentence, answer.statusCode]).toEqual([sentence, 422])
    expect(answer.body).toContain(sentence)
  }
  expect((await send(Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]))).statusCode).toBe(413)
  expect((await send(png, await safe.signIn('payments1@acme.example'))).statusCode).toBe(403)
  expect((await dana.get('/settings/logo')).statusCode).toBe(404)
})

const own = 'Dear <b>all</b>,\r\nthis matters to us.\r\n\r\nAda & Bo'

test('an invitation begins in the organisation’s own words, which are never read as HTML', async () => {
  expect((await change({ introduction: own })).statusCode).toBe(303)
  const { html, text } = await invitation()
  expect(text).toContain('Dear <b>all</b>,\nthis matters to us.\n\nAda & Bo\n\nIt takes about ninety seconds')
  expect(html).toContain('<p>Dear &lt;b>all&lt;/b>,<br/>this matters to us.</p><p>Ada &amp; Bo</p>')
  for (const part of [html, text]) {
    expect(part).not.toContain('would like to know how AI tools')
    expect(part).toContain('Who sees what')
  }
  expect((await change({ introduction: '' })).statusCode).toBe(303)
  expect((await invitation()).text).toContain('would like to know how AI tools')
})

test('of these words there are at most 600 characters', async () => {
  const answer = await change({ introduction: 'x'.repeat(601) })
  expect([answer.statusCode, answer.body.includes('This is too long.')]).toEqual([422, true])
  expect((await change({ introduction: 'x'.repeat(600) })).statusCode).toBe(303)
})

test('what is typed is seen as the mail it would be, before it is saved: nothing in it runs or is fetched', async () => {
  await send(png)
  const seen = await dana.post('/settings/preview', { introduction: own, accent: '#8a1538' })
  expect(seen.statusCode).toBe(200)
  expect(seen.headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/)
  expect(seen.body).toContain('Dear &lt;b>all&lt;/b>')
  expect(seen.body).toContain('background: #8a1538')
  expect(seen.body).toContain(`src="data:image/png;base64,${png.toString('base64')}"`)
  expect(seen.body).not.toContain('/answer#')
  const read = await dana.post('/settings/preview', { introduction: own, as: 'text' })
  expect(read.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(read.body).toContain('Dear <b>all</b>')
  expect((await stored())!.introduction).toBe('')
  expect((await dana.post('/settings/preview', { introduction: 'x'.repeat(601) })).statusCode).toBe(422)
})
