import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answer, keptOnDevice, onAPhone, press, title, violations } from '../answering/phone.ts'

onAPhone('an engineer with an invitation', (phone) => {
  test('says who asks, who is counted together, what is seen and until when', async () => {
    await phone.page.goto(phone.server.invite())
    await title(phone.page, 'November 2026')
    const text = (await phone.page.locator('#answer').innerText()).replaceAll('\n', ' ')
    for (const part of [
      'Acme asks',
      '8 other people',
      'fewer than 5 people',
      'Payments and Ledger',
      'Central European',
    ])
      expect(text).toContain(part)
    await phone.page.getByText('The 9 people in Payments and Ledger').click()
    await phone.page.getByText('Radia Perlman').waitFor()
    const promise = phone.page.getByRole('link', { name: 'How we keep this promise' })
    expect(await promise.getAttribute('href')).toBe(`/rounds/${phone.server.round.manifest.round}/promise`)
  })

  test('says until when in the time zone of the organisation, wherever the reader is', async () => {
    phone.server.round.invitation.timeZone = 'Asia/Tokyo'
    await phone.page.goto(phone.server.invite())
    await phone.page.getByText('Japan Standard Time').waitFor()
    phone.server.round.invitation.timeZone = 'Nowhere/At_all'
    await phone.page.goto(phone.server.invite())
    await phone.page.getByText('Central European Standard Time').waitFor()
  })

  test('opens with what the teams decided and what became of it, and says whose it is', async () => {
    await phone.page.goto(phone.server.invite())
    const told = phone.page.locator('section', { hasText: 'You said, we did' })
    const text = () => told.innerText().then((all) => all.replace(/\s+/g, ' '))
    await told.waitFor()
    for (const part of [
      'Done Review agents’ work in pairs. (Payments)',
      'Dropped No generated migrations. (Ledger) Why: Nobody wrote any.',
      'Still open A page of prompts that worked. (Ledger)',
    ])
      expect(await text()).toContain(part)
    await phone.page.getByText('1 more').click()
    expect(await text()).toContain('Ask for smaller changes.')
    await press(phone.page, 'Start')
    await phone.page.getByRole('group', { name: 'Did it help?' }).getByLabel('No change').check()
  })

  test('hands in one ballot and leaves nothing but a receipt on the device', async () => {
    const link = phone.server.invite()
    await phone.page.goto(link)
    await answer(phone.page)
    await phone.page.getByText('3 of 21 answered').first().waitFor()
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
    expect(phone.page.url()).toBe(`${phone.server.origin}/answer`)
    // By the invitation and by its link.
    expect(await keptOnDevice(phone.page)).toMatchObject({ drafts: 0, submissions: 0, receipts: 2 })
    const download = phone.page.waitForEvent('download')
    await press(phone.page, 'Save as a file')
    const saved = readFileSync(await (await download).path(), 'utf8')
    expect(saved).toContain([...phone.server.counted.keys()][0])

    await phone.page.goto('about:blank')
    await phone.page.goto(link)
    await title(phone.page, 'Your answers were handed in from this device.')
    await phone.expectCountedOnce(phone.page)
  })

  test('sends the ballot without cookie, referrer or a connection that said who is asking', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
    const [ballot] = phone.server.requestsOf('/answering/ballots')
    expect(ballot).toMatchObject({ cookie: undefined, referrer: undefined })
    expect(phone.server.requestsOf(phone.manifestPath())[0]).toMatchObject({
      cookie: undefined,
      referrer: undefined,
    })
    const telling = ['/answer', '/answering/invitation', '/answering/tickets'].flatMap((path) =>
      phone.server.requestsOf(path),
    )
    expect(telling.map(({ connection }) => connection)).not.toContain(ballot!.connection)
    expect(telling.every(({ referrer }) => referrer === undefined)).toBe(true)
  })

  test('asks who may read a remark, next to it, and keeps what was typed', async () => {
    await phone.page.goto(phone.server.invite())
    await press(phone.page, 'Start')
    await phone.page.getByLabel('When did AI help your work').fill('Ada, see ABC-123.')
    await phone.page.getByText('“Ada” may be the name of a colleague.').waitFor()
    await phone.page.getByText('“ABC-123” looks like a ticket number').waitFor()
    await press(phone.page, 'Hand in my answers')
    await phone.page.getByText('Please choose who may read this').waitFor()
    expect(await phone.page.evaluate(() => document.activeElement!.getAttribute('name'))).toBe(
      'when-helped/audience',
    )
    expect(await phone.page.getByLabel('When did AI help your work').inputValue()).toBe('Ada, see ABC-123.')
    await phone.page.getByRole('radio', { name: 'The organisation' }).check()
    expect(await phone.page.getByText('Please choose who may read this').count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)(
    'has no accessibility fault on any screen, in %s',
    async (colorScheme) => {
      const reader = await phone.newDevice({ bypassCSP: true, colorScheme })
      const on = await reader.newPage()
      await on.goto(`${phone.server.origin}/answer`)
      await title(on, 'Open your invitation link')
      expect(await violations(on)).toEqual([])
      await on.goto(phone.server.invite())
      await title(on, 'November 2026')
      await on.getByText('The 9 people').click()
      expect(await violations(on)).toEqual([])
      await answer(on)
      await on.getByLabel('When did AI help your work').fill('Ada helped.')
      await press(on, 'Hand in my answers')
      expect(await violations(on)).toEqual([])
      await on.getByRole('radio', { name: 'The organisation' }).first().check()
      await on.getByLabel('When did AI help your work').fill('')
      phone.server.lose('/answering/ballots', 'before')
      await press(on, 'Hand in my answers')
      await on.getByText('cannot be reached just now').waitFor()
      expect(await violations(on)).toEqual([])
      phone.server.mend()
      await phone.expectCountedOnce(on)
      expect(await violations(on)).toEqual([])
      await reader.close()
    },
  )

  test('fits a phone without sideways scrolling, with targets of 44 pixels', async () => {
    await phone.page.goto(phone.server.invite())
    await answer(phone.page)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const small = await phone.page
      .locator('button, .choice, textarea, summary')
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML),
      )
    expect(small).toEqual([])
  })
})
