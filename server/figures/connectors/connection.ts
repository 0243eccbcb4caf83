import { NotTaken, type Line } from '../../outside/outside.ts'
import type { ConnectorSettings } from '../../storage/schema/connectors.ts'

/** What a vendor is asked with. The token is in memory for as long as it takes, and in no error. */
export interface Connection extends Line {
  settings: ConnectorSettings
  token: string
  now: Date
}

/** One vendor. What goes wrong is thrown as NotTaken. */
export interface Service {
  /** Where it is, where nobody says otherwise; null where it is always one's own. */
  address: string | null
  /** Other hosts it is known to lead to. */
  leadsTo?: RegExp
  /** Asks for next to nothing, to see whether the token opens what is needed and nothing more. */
  test(connection: Connection): Promise<void>
  /** A whole month as the files that readers take, in pieces as they arrive. */
  month(connection: Connection, month: string): AsyncGenerator<Buffer>
}

/** A token that could change something there is not used: what is not needed cannot be lost. */
export const tooWide = (): NotTaken => new NotTaken('tooWide')
