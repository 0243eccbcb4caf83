import type { Context } from '../context.ts'
import { theOrganisation } from '../settings/settings.ts'
import { speechOf } from '../web/speech.ts'
import type { Announcement } from './announcement.ts'

export async function testAnnouncement(context: Context): Promise<Announcement> {
  const organisation = await theOrganisation(context.store.read)
  const text = speechOf(context, organisation).t.chat.told.test
  return {
    title: text.title(organisation.name),
    lines: [text.text],
    link: { text: text.link, href: `${context.config.PUBLIC_URL}/` },
  }
}
