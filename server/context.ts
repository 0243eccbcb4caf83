import type { Catalogues } from '#views/messages/catalogues.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import type { Store } from './storage/index.ts'

export interface Letter {
  to: string
  /** Whose mail it is, in front of MAIL_FROM. */
  from: string
  subject: string
  text: string
  html: string
  /** The picture that the HTML shows as `cid:logo`: it travels along, since one fetched from elsewhere tells who reads. */
  logo?: { type: string; content: Buffer }
  /** Where a mail program switches off letters of this kind, asked by nobody else (RFC 8058). */
  oneClick?: string
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
  log: Log
  /** What is spoken, where it is not the languages there are. */
  catalogues?: Catalogues
  /** There is work for the minute tick that should not wait for the minute. */
  wake(): void
}
