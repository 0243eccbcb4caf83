import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openBulletin, type Bulletin, type Topic } from './bulletin.ts'
import { newId } from './identifier.ts'

const channel = 'safe_to_say'
/** Before a lost connection is tried again, in milliseconds. */
const patience = 1000

interface Announcement {
  topic: Topic
  about: string
  /** The process that said it. */
  from: string
}

/** By LISTEN and NOTIFY over a connection of its own, which comes back by itself. */
export function openPostgresBulletin(connectionString: string): Bulletin & { close(): Promise<void> } {
  const here = openBulletin()
  const me = newId()
  const closing = new AbortController()
  let connected: pg.Client | null = null

  function hear({ payload = '' }: pg.Notification) {
    const { topic, about, from } = JSON.parse(payload) as Announcement
    if (from !== me) here.announce(topic, about)
  }

  async function listen() {
    const client = new pg.Client({ connectionString, keepAlive: true })
    const end = () => void client.end()
    client.on('notification', hear)
    closing.signal.addEventListener('abort', end, { once: true })
    const over = new Promise((resolve) => client.on('error', resolve).once('end', resolve))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      connected = client
      await over
    } finally {
      connected = null
      closing.signal.removeEventListener('abort', end)
      await client.end()
    }
  }

  async function keepListening() {
    while (!closing.signal.aborted) {
      await listen().catch(() => {})
      await pause(patience, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }

  const listening = keepListening()
  return {
    ...here,
    announce(topic, about) {
      here.announce(topic, about)
      const said: Announcement = { topic, about, from: me }
      connected?.query('select pg_notify($1, $2)', [channel, JSON.stringify(said)]).catch(() => {})
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}
