/** Commits are shared by what is in hand together, so a few dozen are worth more than a few. */
const mostInHand = 48

/**
 * Who takes the next step, where more arrive than can be served: one of each address in turn, so that one with a
 * thousand connections takes no more of the server than one with a single. Nothing is known of a respondent here, and an
 * office behind one address shares its turns.
 */
export class Turns {
  #inHand = 0
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Does the work when it is this address's turn. */
  async take<T>(address: string, work: () => Promise<T>): Promise<T> {
    if (this.#inHand >= mostInHand) await this.#turnOf(address)
    else this.#inHand++
    try {
      return await work()
    } finally {
      this.#passOn()
    }
  }

  #turnOf(address: string): Promise<void> {
    return new Promise((resolve) => {
      const line = this.#waiting.get(address)
      if (line) line.push(resolve)
      else this.#waiting.set(address, [resolve])
    })
  }

  /** To the address that has waited longest for a turn; what else it waits for goes behind all others. */
  #passOn() {
    const next = this.#waiting.entries().next().value
    if (!next) return void this.#inHand--
    const [address, [begin, ...others]] = next
    this.#waiting.delete(address)
    if (others.length > 0) this.#waiting.set(address, others)
    begin!()
  }
}
