import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { buildApp } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { startJobs } from '#server/jobs.ts'
import { openKeys } from '#server/keys.ts'
import { openLog } from '#server/log.ts'
import { outboxState } from '#server/post/post.ts'
import { openStore } from '#server/storage/index.ts'

/** The server under load, its minute tick included: it reports its origin, its tokens, its memory and its pauses. */
const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-bench-'))
process.on('exit', () => rmSync(directory, { recursive: true }))
process.on('disconnect', () => process.exit(0))

const config = readConfig({
  ...process.env,
  NODE_ENV: 'test',
  DATA_DIR: join(directory, 'data'),
  KEY_DIR: join(directory, 'keys'),
})
const tokens: string[] = []
const post = {
  async send({ text }: { text: string }) {
    const token = /answer#(\S+)/.exec(text)?.[1]
    // Copied, since what is cut out of a text keeps all of it in memory.
    if (token) tokens.push(Buffer.from(token).toString())
  },
  async forget() {},
  close() {},
}
const context: Context = {
  config,
  store: await openStore(config),
  keys: openKeys(config.KEY_DIR),
  clock: systemClock,
  post,
  log: openLog('error'),
  wake() {},
}
const app = await buildApp(context, { setupToken: 'bench' })
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
context.wake = startJobs(context).wake

const pauses = monitorEventLoopDelay({ resolution: 5 })
pauses.enable()
let mostMemory = 0
let busyBefore = process.cpuUsage()
setInterval(() => (mostMemory = Math.max(mostMemory, process.memoryUsage.rss())), 20)

process.on('message', (asked: 'tokens' | 'measure' | 'measured') => {
  void answerTo(asked).then((answer) => process.send!(answer))
})
process.send!(origin)

async function answerTo(asked: 'tokens' | 'measure' | 'measured'): Promise<unknown> {
  if (asked === 'measured') {
    const { user, system } = process.cpuUsage(busyBefore)
    return {
      longestPause: pauses.max / 1e6,
      memory: mostMemory / 1024 / 1024,
      busy: (user + system) / 1000,
    }
  }
  if (asked === 'tokens') {
    while ((await outboxState(context)).waiting > 0) await setTimeout(200)
    return tokens.splice(0)
  }
  busyBefore = process.cpuUsage()
  pauses.reset()
  mostMemory = 0
  return 'measuring'
}
