import { createHmac } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Topic } from '../storage/bulletin.ts'

const hour = 60 * 60 * 1000
/** Of one kind; who is counted beyond that takes the place of whoever was counted longest ago. */
const most = 50_000

/**
 * How often something was done within an hour, by whom, over all processes: each tells the others under a keyed hash and
 * counts in memory, so that neither client nor address is written anywhere.
 */
export class Counts {
  /** In the order in which their hours began. */
  readonly #counted = new Map<string, { since: number; times: number }>()
  readonly #topic: Topic

  constructor(
    private readonly context: Pick<Context, 'store' | 'clock'>,
    private readonly secret: string,
    name: string,
  ) {
    this.#topic = `counted ${name}`
    context.store.bulletin.onAnnouncement(this.#topic, (hash) => this.#count(hash))
  }

  of = (who: string): number => this.#current(this.#hashOf(who))?.times ?? 0

  add(who: string): void {
    this.context.store.bulletin.announce(this.#topic, this.#hashOf(who))
  }

  #count(hash: string) {
    const counted = this.#current(hash)
    if (counted) return void counted.times++
    this.#counted.delete(hash)
    this.#counted.set(hash, { since: this.context.clock.now().getTime(), times: 1 })
    const [longest] = this.#counted.keys()
    if (this.#counted.size > most && longest) this.#counted.delete(longest)
  }

  /** Null once its hour is over. */
  #current(hash: string) {
    const counted = this.#counted.get(hash)
    return counted && this.context.clock.now().getTime() - counted.since < hour ? counted : null
  }

  #hashOf = (who: string): string =>
    createHmac('sha256', this.secret).update(`${this.#topic} ${who}`).digest('base64url')
}
