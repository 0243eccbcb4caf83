import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Keys } from './keys.ts'
import type { Post } from './post/post.ts'
import type { Store } from './storage/index.ts'

/** What every verb is handed: nothing in the house is reached for globally. */
export interface Context {
  config: Config
  store: Store
  keys: Keys
  clock: Clock
  post: Post
  /** There is work for the minute tick that should not wait for the minute. */
  wake(): void
}
