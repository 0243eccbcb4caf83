import { expect, test } from 'vitest'
import { answer, keptOnDevice, onAPhone, press, title } from '../answering/phone.ts'

onAPhone('answering, interrupted', (phone) => {
  const breaks = (['/answering/tickets', '/answering/ballots'] as const).flatMap((path) =>
    (['before', 'after'] as const).map((when) => ({ path, when })),
  )

  test.each(breaks)(
    'loses nothing when $path breaks $when it takes effect and the page is reloaded',
    async (fault) => {
      await phone.page.goto(phone.server.invite())
      await answer(phone.page)
      phone.server.lose(fault.path, fault.when)
      await press(phone.page, 'Hand in my answers')
      await phone.page.getByText('cannot be reached just now').waitFor()
      await phone.page.reload()
      await phone.page.getByText('You began to hand in on this device earlier').waitFor()
      await phone.page.getByText('cannot be reached just now').waitFor()
      phone.server.mend()
      await phone.expectCountedOnce(phone.page)
    },
  )

  test.each(breaks)(
    'loses nothing when $path breaks $when it takes effect and the tab is gone',
    async (fault) => {
      const link = phone.server.invite()
      await phone.page.goto(link)
      await answer(phone.page)
      phone.server.lose(fault.path, fault.when)
      await press(phone.page, 'Hand in my answers')
      await phone.page.getByText('cannot be reached just now').waitFor()
      await phone.page.close()
      phone.server.mend()
      phone.page = await phone.device.newPage()
      await phone.page.goto(link)
      await phone.expectCountedOnce(phone.page)
    },
  )

  test('asks again by itself while the server is busy', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    phone.server.answerInstead('/answering/ballots', { status: 503 })
    await press(phone.page, 'Hand in my answers')
    await phone.page.getByText('Trying again in 1 second.').waitFor()
    phone.server.mend()
    await phone.expectCountedOnce(phone.page)
  })

  test('asks again at once when told to', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    phone.server.answerInstead('/answering/ballots', { status: 503 })
    await press(phone.page, 'Hand in my answers')
    await phone.page.getByText('Trying again in 8 seconds.').waitFor()
    phone.server.mend()
    await press(phone.page, 'Try now')
    await phone.page.getByRole('heading', { name: 'Your answers are in' }).waitFor({ timeout: 4000 })
  })

  test('can be opened again after each way in was broken', async () => {
    const ways = [
      { path: '/answering/invitation', says: 'No connection' },
      { path: phone.manifestPath(), says: 'No connection' },
      { path: phone.scriptPath(), says: 'The page could not be loaded' },
    ]
    for (const { path, says } of ways) {
      phone.server.lose(path, 'before')
      await phone.page.goto(phone.server.invite())
      await title(phone.page, says)
      phone.server.mend()
      await press(phone.page, 'Try again')
      await title(phone.page, 'November 2026')
      await phone.page.goto('about:blank')
    }
  })

  test('keeps every keystroke through a reload and a closed tab', async () => {
    const link = phone.server.invite()
    await phone.page.goto(link)
    await answer(phone.page)
    // What is typed is on its way to the device for some milliseconds, and no person reloads within them.
    await keptOnDevice(phone.page)
    await phone.page.reload()
    await press(phone.page, 'Go on answering')
    expect(await phone.page.getByLabel('When did AI hurt your work').inputValue()).toBe(
      'It wrote tests that never fail.',
    )
    await phone.page.close()
    phone.page = await phone.device.newPage()
    await phone.page.goto(link)
    await press(phone.page, 'Go on answering')
    await phone.page.getByText('3 of 21 answered').first().waitFor()
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
  })

  test('counts once after a double click', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    await phone.page.getByRole('button', { name: 'Hand in my answers' }).dblclick()
    await phone.expectCountedOnce(phone.page)
    expect(phone.server.requestsOf('/answering/tickets')).toHaveLength(1)
  })

  test('counts once when two tabs hand in', async () => {
    const link = phone.server.invite()
    const second = await phone.device.newPage()
    await phone.page.goto(link)
    await answer(phone.page)
    await second.goto(link)
    await press(second, 'Go on answering')
    phone.server.lose('/answering/ballots', 'after')
    await press(phone.page, 'Hand in my answers')
    await phone.page.getByText('cannot be reached just now').waitFor()
    await press(second, 'Hand in my answers')
    await second.getByText('Another tab of this browser').waitFor()
    phone.server.mend()
    await phone.expectCountedOnce(phone.page)
    await phone.expectCountedOnce(second)
  })

  test('a tab left open after the ballot was counted keeps no draft', async () => {
    const link = phone.server.invite()
    const second = await phone.device.newPage()
    await phone.page.goto(link)
    await answer(phone.page)
    await second.goto(link)
    await press(second, 'Go on answering')
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
    await second.bringToFront()
    await second.getByLabel('When did AI help your work').fill('Too late.')
    // By the invitation and by its link.
    expect(await keptOnDevice(second)).toMatchObject({ drafts: 0, submissions: 0, receipts: 2 })
    await second.getByRole('radio', { name: 'The organisation' }).first().check()
    await press(second, 'Hand in my answers')
    await phone.expectCountedOnce(second)
  })

  test('says kindly that a link was used on another device', async () => {
    const link = phone.server.invite()
    await phone.page.goto(link)
    await answer(phone.page)
    phone.server.lose('/answering/ballots', 'before')
    await press(phone.page, 'Hand in my answers')
    await phone.page.getByText('cannot be reached just now').waitFor()

    const other = await phone.newDevice()
    const elsewhere = await other.newPage()
    await elsewhere.goto(link)
    await title(elsewhere, 'This invitation was already used')
    await other.close()

    phone.server.mend()
    await phone.expectCountedOnce(phone.page)
  })

  test('says so when another device takes the ticket in between', async () => {
    const link = phone.server.invite()
    const other = await phone.newDevice()
    const elsewhere = await other.newPage()
    await elsewhere.goto(link)
    await answer(elsewhere)
    await phone.page.goto(link)
    await answer(phone.page)
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
    await press(elsewhere, 'Hand in my answers')
    await title(elsewhere, 'This invitation was already used')
    expect(phone.server.counted.size).toBe(1)
    expect(await keptOnDevice(elsewhere)).toMatchObject({ drafts: 1 })
    await other.close()
  })
})
