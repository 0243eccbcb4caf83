import { createHmac, randomBytes } from 'node:crypto'
import type { BoardMatter } from '../../storage/schema/boards.ts'
import type { Board } from './queries.ts'

export const newSecret = (): string => randomBytes(32).toString('base64url')

export const isSecret = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{43}$/.test(value)

/** A device on one board, by a secret that it alone keeps. See docs/decisions/board-secrets.md. */
export class Device {
  readonly #secret: string
  /** Proofs cost, a board has hundreds of cards, and a device watches it for an hour. */
  readonly #wrote = new Map<string, boolean>()
  #votes: string[] = []

  constructor(secret: string) {
    this.#secret = secret
  }

  is = (other: Device): boolean => other.#secret === this.#secret

  /** What a card of this device stores: another one for each card. */
  cardMark = (cardId: string): string => this.#proof(`card ${cardId}`)

  wrote({ id, mark }: { id: string; mark: string | null }): boolean {
    const wrote = this.#wrote.get(id) ?? (mark !== null && mark === this.cardMark(id))
    this.#wrote.set(id, wrote)
    return wrote
  }

  /** The marks of as many votes as a device has; there are no others, so it cannot cast more. */
  voteMarks({ id, votesEach }: { id: string; votesEach: number }): string[] {
    while (this.#votes.length < votesEach) this.#votes.push(this.#proof(`vote ${id} ${this.#votes.length}`))
    return this.#votes
  }

  /** Another one for each matter, and for each stage or topic it is said of. */
  signMark({ id, stage, topicId }: Pick<Board, 'id' | 'stage' | 'topicId'>, about: BoardMatter): string {
    const of = { done: stage, more: topicId ?? '', arrived: '', worth: '' }
    return this.#proof(`${about} ${id} ${of[about]}`)
  }

  #proof = (of: string) => createHmac('sha256', this.#secret).update(of).digest('base64url')
}
