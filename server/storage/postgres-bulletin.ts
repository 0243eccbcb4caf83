import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openBulletin, type Bulletin, type Topic } from './bulletin.ts'
import { newId } from './identifier.ts'

const channel = 'safe_to_say'
/** Before a lost connection is tried again, in milliseconds. */
const patience = 1000
const connectionTimeoutMillis = 10_000

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
  let connected: pg.Client | null = null
  let isClosed = false
  let close = () => {}
  const closed = new Promise<void>((resolve) => (close = resolve)).then(() => (isClosed = true))

  function hear({ payload = '' }: pg.Notification) {
    const { topic, about, from } = JSON.parse(payload) as Announcement
    if (from !== me) here.announce(topic, about)
  }

  async function listen() {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis,
      keepAlive: true,
      pipeline: true,
    })
    client.on('notification', hear)
    const lost = new Promise((resolve) => client.on('error', resolve).once('end', resolve))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      connected = client
      await Promise.race([lost, closed])
    } finally {
      connected = null
      await client.end()
    }
  }

  async function keepListening() {
    while (!isClosed) {
      await listen().catch(() => {})
      await Promise.race([closed, pause(patience, undefined, { ref: false })])
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
      close()
      await listening
    },
  }
}
