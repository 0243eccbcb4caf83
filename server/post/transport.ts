import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Letter, Post } from '../context.ts'
import { makeDirectory } from '../storage/index.ts'

/** How long a mail server may take, in milliseconds, before it counts as hanging. */
export interface Patience {
  connect: number
  answer: number
}

const patience: Patience = { connect: 10_000, answer: 30_000 }

/** SMTP where it is configured; otherwise each letter is a file in DATA_DIR/outbox. */
export function openPost(config: Config, waits = patience): Post {
  const transport = config.SMTP_URL
    ? overSmtp(config.SMTP_URL, waits)
    : intoFiles(join(config.DATA_DIR, 'outbox'))
  return {
    async send(letter, { id, about }) {
      if (leadsNowhere(letter.to)) return
      // One id for every attempt at a letter: a server that lost the connection after taking it can tell it is a repeat.
      const messageId = `<${id}@${config.MAIL_FROM.split('@')[1]}>`
      await transport.send(envelopeOf(letter, config.MAIL_FROM, messageId), about ? `${about}.${id}` : id)
    },
    forget: (about) => transport.forget(about),
    close: () => transport.close(),
  }
}

/** Whether nothing is sent there. The people of a sample company have addresses under .invalid, which RFC 6761 keeps free of real ones. */
export const leadsNowhere = (address: string): boolean => /[@.]invalid$/i.test(address)

type Envelope = ReturnType<typeof envelopeOf>

/** As Nodemailer takes it. */
function envelopeOf({ from, logo, oneClick, ...letter }: Letter, address: string, messageId: string) {
  return {
    ...letter,
    from: { name: from, address },
    messageId,
    ...(logo && {
      attachments: [
        {
          cid: 'logo',
          filename: `logo.${logo.type.slice('image/'.length)}`,
          content: logo.content,
          contentType: logo.type,
          contentDisposition: 'inline' as const,
        },
      ],
    }),
    ...(oneClick && {
      headers: {
        'List-Unsubscribe': `<${oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }),
  }
}

/** Connects and signs in, and sends nothing. Null when the server would take mail; otherwise why not, in its words. */
export async function greetMailServer(url: string): Promise<{ code: string; words: string } | null> {
  const smtp = smtpTransport(url, { pool: false }, patience)
  try {
    await smtp.verify()
    return null
  } catch (error) {
    const { code = 'UNKNOWN', response = '' } = error as { code?: string; response?: string }
    return { code, words: response }
  } finally {
    smtp.close()
  }
}

const smtpTransport = (url: string, pooling: object, { connect, answer }: Patience) =>
  createTransport({
    url,
    ...pooling,
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: answer,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object)

function overSmtp(url: string, waits: Patience) {
  const smtp = smtpTransport(url, { pool: true, maxConnections: 5 }, waits)
  return {
    send: async (envelope: Envelope) => void (await smtp.sendMail(envelope)),
    async forget() {},
    close: () => smtp.close(),
  }
}

function intoFiles(directory: string) {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  makeDirectory(directory, 'outbox')
  return {
    async send(envelope: Envelope, name: string) {
      const { message } = await composer.sendMail(envelope)
      const file = join(directory, `${name}.eml`)
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
    async forget(about: string) {
      const letters = (await readdir(directory)).filter((name) => name.startsWith(`${about}.`))
      for (const name of letters) await rm(join(directory, name), { force: true })
    },
    close() {},
  }
}
