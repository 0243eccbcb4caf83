import { timingSafeEqual } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import { hashOf, newToken } from './tokens.ts'

export const newSetupToken = newToken

/** The token of the set-up link: whoever reads what the server prints may set it up. It is kept in memory alone. */
export class SetupToken {
  /** @param print hears a token that is made after the start, once */
  constructor(
    private token: string | null,
    private readonly print: (token: string) => void,
  ) {}

  /** Makes and prints one where there is none: a sample company that was there at the start has been removed. */
  offer(): void {
    if (!this.token) this.renew()
  }

  /** Whoever knew the last one knew it for another organisation. */
  renew(): void {
    this.token = newToken()
    this.print(this.token)
  }

  /** Refuses with setupTokenWrong. */
  check(given: string): void {
    const right =
      this.token !== null && timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(this.token)))
    if (!right) throw new Refusal('setupTokenWrong')
  }
}
