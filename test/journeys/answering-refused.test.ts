import { expect, test } from 'vitest'
import { answer, keptOnDevice, onAPhone, press, title } from '../answering/phone.ts'

onAPhone('an answering page that cannot go on', (phone) => {
  test.each([
    { status: 400, says: 'The survey did not understand this page' },
    { status: 403, says: 'Your ticket was not accepted' },
    { status: 409, says: 'Other answers were counted with your ticket before' },
    { status: 410, says: 'The round closed before your answers arrived' },
  ])('explains a ballot answered with $status and keeps it', async ({ status, says }) => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    phone.server.answerInstead('/answering/ballots', { status })
    await press(phone.page, 'Hand in my answers')
    await title(phone.page, says)
    expect(await keptOnDevice(phone.page)).toMatchObject({ drafts: 1, submissions: 1, receipts: 0 })
  })

  test('hands nothing in for a ticket that is not signed by the unit’s key', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    const blindSignature = Buffer.alloc(256, 1).toString('base64url')
    phone.server.answerInstead('/answering/tickets', {
      status: 200,
      body: JSON.stringify({ blindSignature }),
    })
    await press(phone.page, 'Hand in my answers')
    await title(phone.page, 'The ticket is not genuine')
    expect(phone.server.requestsOf('/answering/ballots')).toHaveLength(0)
    phone.server.mend()
    await press(phone.page, 'Try again')
    await phone.expectCountedOnce(phone.page)
  })

  test('does not go on under a manifest that changed after the ticket', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    phone.server.lose('/answering/ballots', 'before')
    await press(phone.page, 'Hand in my answers')
    await phone.page.getByText('cannot be reached just now').waitFor()
    phone.server.mend()
    phone.server.round.manifest.closes = '2026-12-24T17:00:00.000Z'
    await phone.page.reload()
    await title(phone.page, 'The round is not the one you began to answer')
    expect(phone.server.counted.size).toBe(0)
  })

  test('refuses a manifest that breaks the rules and says why', async () => {
    phone.server.round.manifest.units[1]!.size = 4
    await phone.page.goto(phone.server.invite())
    await title(phone.page, 'Please do not answer this round yet')
    await phone.page.getByText('A group in it is smaller').waitFor()
  })

  test('runs no script but the one the manifest promises', async () => {
    phone.server.answerInstead(phone.scriptPath(), {
      status: 200,
      type: 'text/javascript',
      body: 'document.title = "altered"',
    })
    await phone.page.goto(phone.server.invite())
    await title(phone.page, 'The page could not be loaded')
    expect(await phone.page.title()).not.toBe('altered')
  })

  test('asks for the link when it came without one', async () => {
    const link = phone.server.invite()
    await phone.page.goto(`${phone.server.origin}/answer`)
    await title(phone.page, 'Open your invitation link')
    await phone.page.getByLabel('Your invitation link').fill('https://example.org/')
    await press(phone.page, 'Continue')
    await phone.page.getByText('This is not an invitation link.').waitFor()
    await phone.page.getByLabel('Your invitation link').fill(` ${link} `)
    await press(phone.page, 'Continue')
    await title(phone.page, 'November 2026')
  })

  test('takes another link pasted over the first', async () => {
    await phone.page.goto(phone.server.invite())
    await title(phone.page, 'November 2026')
    await phone.page.evaluate(() => (location.hash = 'x'.repeat(43)))
    await title(phone.page, 'This link does not lead to an open round')
  })

  test.each([
    { status: 404, says: 'This link does not lead to an open round' },
    { status: 410, says: 'This round has closed' },
    { status: 503, says: 'The survey is busy' },
  ])('says kindly what an invitation answered with $status means', async ({ status, says }) => {
    phone.server.answerInstead('/answering/invitation', { status })
    await phone.page.goto(phone.server.invite())
    await title(phone.page, says)
  })

  test('shows the receipt again after the close', async () => {
    const link = phone.server.invite()
    await phone.page.goto(link)
    await answer(phone.page)
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
    phone.server.answerInstead('/answering/invitation', { status: 404 })
    await phone.page.goto('about:blank')
    await phone.page.goto(link)
    await title(phone.page, 'This round has closed, and your answers were handed in')
    await phone.page.getByText([...phone.server.counted.keys()][0]!).waitFor()
  })

  test('says what is missing instead of staying blank', async () => {
    await phone.page.goto(phone.server.invite().replace('127.0.0.1', 'survey.test'))
    await title(phone.page, 'This page needs a secure connection')
    const old = await phone.newDevice()
    await old.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }))
    const oldPage = await old.newPage()
    await oldPage.goto(phone.server.invite())
    await title(oldPage, 'This browser is too old')
    await old.close()
  })
})
