import { NotTaken, type Hosts, type Resolve } from '../../outside/outside.ts'
import type { ConnectorSettings } from '../../storage/schema/connectors.ts'

/** How a vendor is asked; times in milliseconds. */
export interface Asking {
  resolve: Resolve
  /** So long one answer may take, with all that it brings. */
  patience: number
  /** Before it is asked again where it could not answer; each time longer. */
  pause: number
  /** How often the same is asked at most. */
  tries: number
  /** Whether a second lies between two questions, where a vendor wishes for that. */
  slowly: boolean
}

/** What a vendor is asked with. The token is in memory for as long as it takes, and in no error. */
export interface Connection {
  settings: ConnectorSettings
  token: string
  /** The vendor's own, and those that an administrator allowed. */
  hosts: Hosts
  asking: Asking
  now: Date
  /** Aborted when the server stops. */
  signal: AbortSignal
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
