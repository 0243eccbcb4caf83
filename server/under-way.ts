/** What a person waits for before being shown how far work has come, in milliseconds; a script is kept longer. */
export const patience = { page: 1500, script: 120_000 }

/**
 * Work that takes long: one at a time for each key, with its progress. It is begun so that a crash loses nothing of it
 * (each step leaves a state that the next start takes up), so nothing here has to outlive the process.
 */
export class UnderWay<Progress extends object> {
  readonly #running = new Map<string, { progress: Progress; done: Promise<void> }>()

  /** Begins the work; where it is under way already, joins it. */
  run(key: string, progress: Progress, work: (progress: Progress) => Promise<void>): Promise<void> {
    const running = this.#running.get(key)
    if (running) return running.done
    const done = work(progress).finally(() => this.#running.delete(key))
    this.#running.set(key, { progress, done })
    return done
  }

  progress = (key: string): Progress | null => this.#running.get(key)?.progress ?? null
  has = (key: string): boolean => this.#running.has(key)
  find = (wanted: (progress: Progress) => boolean): Progress | null =>
    [...this.#running.values()].find(({ progress }) => wanted(progress))?.progress ?? null
}

/** Waits for work, but not for ever: what fails later is told where its progress is. */
export async function waitedFor(done: Promise<void>, milliseconds: number): Promise<void> {
  const moment = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())
  await Promise.race([done, moment])
  done.catch(() => {})
}
