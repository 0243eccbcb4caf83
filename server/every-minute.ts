import { framesOf } from './frames.ts'

export const minute = 60_000
const soonAgain = 2000

/** Never two at a time; woken while running, it runs once more. So it does where another process is at it. */
export function everyMinute(
  name: string,
  work: () => Promise<boolean | void>,
  report: (line: string) => void,
) {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  async function run() {
    do {
      again = false
      const done = await work().catch((error: Error) => {
        report([`The ${name} failed: ${error.name}`, ...framesOf(error)].join('\n'))
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
