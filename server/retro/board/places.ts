import type { PassThrough } from 'node:stream'
import { Refusal } from '../../refusal.ts'
import type { Device } from './secrets.ts'

export interface Watcher {
  boardId: string
  stream: PassThrough
  /** Null for a facilitator's screen. */
  device: Device | null
  /** Whether the watcher still may: asked again before anything is sent. */
  may(): Promise<boolean>
}

/** A room is sixty people; nobody opens streams without end, and no seat takes the others' places. */
const most = { seats: 500, ofOneSeat: 4, screens: 50 }

/** Whoever leads has places of their own, however many have joined. Refuses with tooManyRequests. */
export function refuseWithoutPlace({ device }: Watcher, watching: Watcher[]) {
  const alike = watching.filter((one) => (one.device === null) === (device === null))
  const own = device ? alike.filter((one) => one.device?.is(device)).length : 0
  if (alike.length >= (device ? most.seats : most.screens) || own >= most.ofOneSeat)
    throw new Refusal('tooManyRequests')
}
