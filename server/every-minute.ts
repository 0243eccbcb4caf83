import type { Log } from './log.ts'

export const minute = 60_000
const soonAgain = 2000

export type Job = 'tick' | 'mail' | 'chat' | 'figures'

export interface Run {
  /** When it last went well, or was at another process; on the clock of `performance`, in milliseconds. */
  wellAt: number
  isFailing: boolean
  /** How long the last one took, in milliseconds; null before the first. */
  took: number | null
}

/** How this process's jobs go, from when each was begun. */
export class JobRuns {
  readonly all = new Map<Job, Run>()

  async watched<T>(job: Job, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const run = this.all.get(job) ?? { wellAt: began, isFailing: false, took: null }
    this.all.set(job, run)
    try {
      const done = await work()
      Object.assign(run, { wellAt: performance.now(), isFailing: false })
      return done
    } catch (error) {
      run.isFailing = true
      throw error
    } finally {
      run.took = performance.now() - began
    }
  }
}

/** Never two at a time; woken while running, it runs once more. So it does where another process is at it. */
export function everyMinute(
  job: Job,
  work: () => Promise<boolean | void>,
  { log, runs }: { log: Log; runs: JobRuns },
) {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  async function run() {
    do {
      again = false
      const done = await runs.watched(job, work).catch((error: Error) => {
        log.error('A job failed', { job, error })
      })
      if (done === false) soon()
    } while (again && !stopped)
    running = null
  }

  function wake() {
    if (stopped) return
    again = running !== null
    running ??= run()
  }

  /** Another process is at work, and may be nearly done with what was asked of this one. */
  const soon = () => void setTimeout(wake, soonAgain).unref()

  const timer = setInterval(wake, minute)
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
