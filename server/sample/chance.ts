import { createHash } from 'node:crypto'

/**
 * Draws that follow from what they are about, and from nothing else: people answer side by side, in whichever
 * order the server gets to them, and still give the same answers for the same seed. Math.random takes no seed.
 */
export class Chance {
  #state: number

  /** @param about the seed, then who, when and what */
  constructor(...about: (string | number)[]) {
    this.#state = createHash('sha256').update(JSON.stringify(about)).digest().readUInt32LE()
  }

  /** From 0 up to 1: mulberry32, by Tommy Ettinger. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  shuffled<T>(all: readonly T[]): T[] {
    const drawn = all.map((one) => ({ one, place: this.next() }))
    return drawn.sort((a, b) => a.place - b.place).map(({ one }) => one)
  }

  /** One of several, by weight. */
  weighed<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    return (choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)!)[0]
  }
}
