import { spawn, type ChildProcess } from 'node:child_process'
import { startFlags } from './start-flags.ts'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const running = new Set<ChildProcess>()

interface Ended {
  code: number | null
  out: string
  err: string
}

/** What an npm script runs, compiled, with an environment of its own: nothing of this one's but the path, and a log of what is wrong alone. */
export class Child {
  out = ''
  err = ''
  readonly ended: Promise<Ended>
  readonly #process: ChildProcess

  constructor(
    script: 'main' | 'link' | 'sample' | 'backup' | 'doctor',
    environment: Record<string, string>,
    args: string[] = [],
  ) {
    const child = spawn(process.execPath, [...startFlags, `build/${script}.js`, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH']!, LOG_LEVEL: 'warn', ...environment },
    })
    running.add(child)
    this.#process = child
    child.stdout.on('data', (chunk: Buffer) => (this.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (this.err += chunk.toString()))
    this.ended = new Promise((resolve) =>
      child.once('close', (code) => {
        running.delete(child)
        resolve({ code, out: this.out, err: this.err })
      }),
    )
  }

  /** Resolves once it has printed the line; rejects when it ends without. */
  async prints(line: string): Promise<void> {
    const ended = this.ended.then(({ err }) =>
      Promise.reject(new Error(`It ended without printing "${line}": ${err}`)),
    )
    while (!this.out.includes(line))
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 25))])
    ended.catch(() => {})
  }

  signal = (name: NodeJS.Signals) => this.#process.kill(name)
}

/** For afterEach: whatever a test left behind. */
export async function killChildren(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      return gone
    }),
  )
}
