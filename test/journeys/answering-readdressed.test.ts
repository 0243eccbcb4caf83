import { test } from 'vitest'
import { answer, onAPhone, press, title } from '../answering/phone.ts'

onAPhone('answering, while one’s address changes', (phone) => {
  const breaks = (['/answering/tickets', '/answering/ballots'] as const).flatMap((path) =>
    (['before', 'after'] as const).map((when) => ({ path, when })),
  )

  test.each(breaks)(
    'the new link goes on from where $path broke $when it took effect under the old one, and counts once',
    async ({ path, when }) => {
      const link = phone.server.invite()
      await phone.page.goto(link)
      await answer(phone.page)
      phone.server.lose(path, when)
      await press(phone.page, 'Hand in my answers')
      await phone.page.getByText('cannot be reached just now').waitFor()
      await phone.page.close()
      phone.server.mend()
      phone.page = await phone.device.newPage()
      await phone.page.goto(phone.server.reinvite(link))
      await phone.expectCountedOnce(phone.page)
    },
  )

  test('who is about to hand in when the old link dies keeps the answers, and the new link hands them in', async () => {
    const link = phone.server.invite()
    await phone.page.goto(link)
    await answer(phone.page)
    const anew = phone.server.reinvite(link)
    await press(phone.page, 'Hand in my answers')
    await title(phone.page, 'Your link was replaced or the round was called off')
    await phone.page.close()
    phone.page = await phone.device.newPage()
    await phone.page.goto(anew)
    await phone.expectCountedOnce(phone.page)
  })

  test('who has answered under the old link is told so under the new one, and hands in nothing twice', async () => {
    const link = phone.server.invite()
    await phone.page.goto(link)
    await answer(phone.page)
    await press(phone.page, 'Hand in my answers')
    await phone.expectCountedOnce(phone.page)
    await phone.page.close()
    phone.page = await phone.device.newPage()
    await phone.page.goto(phone.server.reinvite(link))
    await phone.expectCountedOnce(phone.page)
  })
})
