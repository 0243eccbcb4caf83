import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from './storage/index.ts'
import { leased, progressElsewhere } from './storage/lease.ts'

/** What a person waits for before being shown how far work has come, in milliseconds; a script is kept longer. */
export const patience = { page: 1500, script: 120_000 }

/** How often it is asked whether another process is done, in milliseconds. */
const lookAgain = 500

interface Running<Progress> {
  progress: Progress
  done: Promise<void>
  /** False while another process is at the same. */
  isActing: boolean
}

/**
 * Work that takes long: one at a time for each key, over all processes on the same database, with its progress. It is
 * begun so that a crash loses nothing of it (each step leaves a state that the next start takes up), so nothing here has
 * to outlive the process.
 */
export class UnderWay<Progress extends object> {
  readonly #running = new Map<string, Running<Progress>>()

  constructor(private readonly name: string) {}

  /** Begins the work; where it is under way already, joins it. */
  run(
    store: Store,
    key: string,
    progress: Progress,
    work: (progress: Progress) => Promise<void>,
  ): Promise<void> {
    const running = this.#running.get(key)
    if (running) return running.done
    const begun = { progress, isActing: false, done: Promise.resolve() }
    this.#running.set(key, begun)
    begun.done = this.#inTurn(store, key, begun, () => work(progress)).finally(() =>
      this.#running.delete(key),
    )
    return begun.done
  }

  /** After another process that is at it: what that one leaves undone is taken up, and what is done is found so. */
  async #inTurn(store: Store, key: string, begun: Running<Progress>, work: () => Promise<void>) {
    const act = () => {
      begun.isActing = true
      return work()
    }
    while (!(await leased({ store }, this.#named(key), act, begun.progress))) await pause(lookAgain)
  }

  /** Of whichever process is at it; null where none is. */
  async progress(store: Store, key: string): Promise<Progress | null> {
    const here = this.#running.get(key)
    if (here?.isActing) return here.progress
    const elsewhere = await progressElsewhere<Progress>(store.read)
    return elsewhere.get(this.#named(key)) ?? here?.progress ?? null
  }

  async has(store: Store, key: string): Promise<boolean> {
    return this.#running.has(key) || (await this.progress(store, key)) !== null
  }

  async find(store: Store, wanted: (progress: Progress) => boolean): Promise<Progress | null> {
    const here = [...this.#running.values()].map(({ progress }) => progress)
    const elsewhere = [...(await progressElsewhere<Progress>(store.read))]
      .filter(([work]) => work.startsWith(this.#named('')))
      .map(([, progress]) => progress)
    return [...here, ...elsewhere].find(wanted) ?? null
  }

  #named = (key: string): string => `${this.name} ${key}`
}

/** Waits for work, but not for ever: what fails later is told where its progress is. */
export async function waitedFor(done: Promise<void>, milliseconds: number): Promise<void> {
  const moment = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())
  await Promise.race([done, moment])
  done.catch(() => {})
}
