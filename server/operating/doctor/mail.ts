import type { Config } from '../../config.ts'
import { greetMailServer } from '../../post/post.ts'
import { well, wrong, type Finding } from './finding.ts'

/** Greets the mail server and signs in to it; nothing is sent. */
export async function mail({ SMTP_URL, MAIL_FROM: from, DATA_DIR, PUBLIC_URL }: Config): Promise<Finding[]> {
  if (!SMTP_URL) {
    const files = { directory: `${DATA_DIR}/outbox` }
    return [PUBLIC_URL.startsWith('https:') ? wrong('mailFiles', files) : well('mailFiles', files)]
  }
  const { host } = new URL(SMTP_URL)
  const refused = await greetMailServer(SMTP_URL)
  const found = [refused ? wrong('mailRefused', { host, ...refused }) : well('mailWell', { host, from })]
  if (from.endsWith('@localhost')) found.push(wrong('mailFromHere', { from }))
  return found
}
