import type { Keys } from '../keys.ts'
import { tokenFor } from '../secrets.ts'

/** How a request reached the server: told to whoever sent it, where that is the doctor. */
export interface Connection {
  /** Who opened the connection: the nearest proxy, where there is one. */
  nearest: string
  /** Whom the server takes for the client, by TRUST_PROXY. */
  address: string
  /** The header X-Forwarded-For as it arrived. */
  forwarded: string | null
  scheme: string
}

/** Who can read the key directory can make it, and nobody else. */
export const doctorsToken = (keys: Keys): Promise<string> => tokenFor(keys, 'doctor')
