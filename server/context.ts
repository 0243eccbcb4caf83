import type { Catalogues } from '#views/messages/catalogues.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Keys } from './keys.ts'
import type { Store } from './storage/index.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
}

export interface Post {
  /** Rejects when the server did not take the letter; `code` says why, in Nodemailer's words. Under .invalid nothing is sent. */
  send(letter: Letter, row: { id: string; about: string }): Promise<void>
  /** Deletes the files of letters about a round that is over: their links must not outlive it. */
  forget(about: string): Promise<void>
  close(): void
}

/** What every verb is handed: nothing in the house is reached for globally. */
export interface Context {
  config: Config
  store: Store
  keys: Keys
  clock: Clock
  post: Post
  /** What is spoken, where it is not the languages there are. */
  catalogues?: Catalogues
  /** There is work for the minute tick that should not wait for the minute. */
  wake(): void
}
