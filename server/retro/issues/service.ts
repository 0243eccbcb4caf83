import type { Line } from '../../outside/outside.ts'
import type { TrackerSettings } from '../../storage/schema/issues.ts'

/** What a service is asked with. The token is in memory for as long as it takes, and in no error. */
export interface Tracker extends Line {
  settings: TrackerSettings
  token: string
}

/** What is told of an action: what, who and by when, and the way back. No figure and no remark. */
export interface Told {
  title: string
  body: string
  /** What it is found again by. */
  mark: string
}

export interface Made {
  key: string
  link: string
}

/** One service. What goes wrong is thrown as NotTaken. */
export interface Service {
  /** Where it is, where nobody says otherwise; null where it is always one's own. */
  address: string | null
  /** Whether its token opens what is needed. */
  test(tracker: Tracker): Promise<void>
  make(tracker: Tracker, told: Told): Promise<Made>
  /** One that was made for the same action before; null where there is none. */
  find(tracker: Tracker, told: Told): Promise<Made | null>
  stateOf(tracker: Tracker, key: string): Promise<'open' | 'done' | 'gone'>
}
