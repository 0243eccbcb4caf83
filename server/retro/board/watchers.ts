import { inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { boards } from '../../storage/schema/boards.ts'
import { Encoded } from './encoded.ts'
import { refuseWithoutPlace, type Watcher } from './places.ts'
import { contentOf, type Content } from './queries.ts'
import type { Device } from './secrets.ts'

/** The HTML of a board, for each who looks at it. */
export interface Painter {
  screen(content: Content): Promise<string>
  seat(content: Content): Promise<string>
  /** What one device alone sees. */
  mine(content: Content, device: Device): Promise<string>
}

interface Seen extends Watcher {
  /** What was sent last; null until then, and for whoever fell behind. */
  shared: string | null
  mine: string | null
}

/** Changes that come together are told together. In milliseconds. */
const gathering = 10
const second = 1000
/** So often it is looked whether another process changed a board and was not heard. */
const missed = 5 * second
/** Proxies cut what is silent for a minute, and a device that hears nothing for longer connects anew. */
const heartbeat = 20 * second
/** A board on which nothing happens lets go of those who watch it: a page left open overnight costs nothing. */
const restAfter = 60 * 60 * second

/**
 * Everybody who looks at a board, by server-sent events. A message is always the board as it is now, never a step
 * on the way: whoever misses some has missed nothing, and whoever gets one twice has nothing twice.
 */
export class Watchers {
  readonly #byBoard = new Map<string, Set<Seen>>()
  readonly #telling = new Map<string, { again: boolean }>()
  readonly #told = new Map<string, number>()
  /** When something happened last, in milliseconds. */
  readonly #lively = new Map<string, number>()
  readonly #timers: NodeJS.Timeout[]
  readonly #hearNoMore: () => void

  constructor(
    private readonly context: Context,
    private readonly painter: Painter,
  ) {
    this.#hearNoMore = context.store.bulletin.onAnnouncement('board changed', this.#tell)
    this.#timers = [
      setInterval(() => void this.#lookElsewhere(), missed).unref(),
      setInterval(() => this.#beat(), heartbeat).unref(),
    ]
  }

  /** Sends the board at once, and again whenever it has changed, until the stream closes. Refuses with tooManyRequests. */
  watch(watcher: Watcher) {
    const { boardId, stream } = watcher
    const watching = this.#byBoard.get(boardId) ?? new Set()
    refuseWithoutPlace(watcher, [...watching])
    const seen: Seen = { ...watcher, shared: null, mine: null }
    this.#byBoard.set(boardId, watching.add(seen))
    this.#lively.set(boardId, this.#now())
    stream.on('close', () => {
      watching.delete(seen)
      if (watching.size === 0) this.#forget(boardId, watching)
    })
    stream.on('drain', () => seen.shared === null && this.#tell(boardId))
    stream.write(this.#clock())
    this.#tell(boardId)
  }

  /** Ends every stream, so that the server can close; devices connect anew when it is back. */
  close() {
    this.#hearNoMore()
    this.#timers.forEach(clearInterval)
    for (const watching of this.#byBoard.values()) for (const { stream } of watching) stream.end()
    this.#byBoard.clear()
  }

  #forget(boardId: string, watching: Set<Seen>) {
    if (this.#byBoard.get(boardId) !== watching) return
    this.#byBoard.delete(boardId)
    this.#told.delete(boardId)
    this.#lively.delete(boardId)
  }

  /** One at a time for each board; a change meanwhile is told afterwards. */
  readonly #tell = (boardId: string) => {
    if (!this.#byBoard.has(boardId)) return
    const telling = this.#telling.get(boardId)
    if (telling) return void (telling.again = true)
    const begun = { again: false }
    this.#telling.set(boardId, begun)
    setTimeout(() => void this.#tellAll(boardId, begun), gathering)
  }

  async #tellAll(boardId: string, telling: { again: boolean }) {
    try {
      // From here on a change may be missed by what is read below.
      telling.again = false
      if (this.#byBoard.has(boardId)) await this.#send(boardId)
    } catch (error) {
      if (error instanceof Refusal) this.#dismiss(boardId)
      else this.context.log.error('Telling a board failed', { error })
    } finally {
      this.#telling.delete(boardId)
      if (telling.again) this.#tell(boardId)
    }
  }

  async #send(boardId: string) {
    const content = await contentOf(this.context.store.read, boardId)
    const painted: Partial<Record<'screen' | 'seat', Promise<string>>> = {}
    const paint = (role: 'screen' | 'seat') => (painted[role] ??= this.painter[role](content))
    const encoded = new Encoded()
    for (const watcher of this.#byBoard.get(boardId) ?? []) {
      const may = await watcher.may()
      if (!watcher.stream.writable) continue
      if (!may) this.#sendAway(watcher)
      // Whoever is slow gets the newest when they have caught up, not everything in between.
      else if (watcher.stream.writableNeedDrain) watcher.shared = watcher.mine = null
      else await this.#sendTo(watcher, content, await paint(watcher.device ? 'seat' : 'screen'), encoded)
    }
    const { version, stage } = content.board
    if (this.#told.get(boardId) !== version) this.#lively.set(boardId, this.#now())
    this.#told.set(boardId, version)
    if (stage === 'ended') this.#letRest(boardId)
  }

  async #sendTo(watcher: Seen, content: Content, shared: string, encoded: Encoded) {
    const mine = watcher.device ? await this.painter.mine(content, watcher.device) : null
    if (!watcher.stream.writable) return
    const changed = [shared !== watcher.shared ? shared : null, mine !== watcher.mine ? mine : null]
    const parts = changed.filter((part) => part !== null)
    Object.assign(watcher, { shared, mine })
    if (parts.length === 0) return
    watcher.stream.write(`id: ${content.board.version}\n`)
    for (const part of parts) watcher.stream.write(encoded.of(part))
    watcher.stream.write('\n')
  }

  /** A script on the page goes where somebody without these rights belongs. */
  #sendAway({ stream }: Seen) {
    if (stream.writable) stream.end('event: leave\ndata: now\n\n')
  }

  /** Whoever comes back to the page asks anew. */
  #letRest(boardId: string) {
    for (const { stream } of this.#byBoard.get(boardId) ?? [])
      if (stream.writable) stream.end('event: rest\ndata: now\n\n')
  }

  #dismiss(boardId: string) {
    for (const watcher of this.#byBoard.get(boardId) ?? []) this.#sendAway(watcher)
  }

  /** What another process changed while this one was cut off from it shows in the board's version alone. */
  async #lookElsewhere() {
    const ids = [...this.#byBoard.keys()]
    if (ids.length === 0) return
    const read = this.context.store.read
    const now = await read
      .select({ id: boards.id, version: boards.version })
      .from(boards)
      .where(inArray(boards.id, ids))
      .catch(() => [])
    for (const { id, version } of now) if (version !== (this.#told.get(id) ?? version)) this.#tell(id)
  }

  #beat() {
    for (const [boardId, watching] of this.#byBoard) {
      if (this.#now() - (this.#lively.get(boardId) ?? 0) >= restAfter) this.#letRest(boardId)
      for (const { stream } of watching)
        if (stream.writable && !stream.writableNeedDrain) stream.write(this.#clock())
      // Rights may have been lost since, though nothing changed on the board.
      this.#tell(boardId)
    }
  }

  #now = () => this.context.clock.now().getTime()

  #clock = () => `event: clock\ndata: ${this.#now()}\n\n`
}
