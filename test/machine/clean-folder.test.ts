import { spawn, spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../helpers/postgres.ts'
import { buildInFolders } from './clean-folder.ts'
import { commandOf, environmentOf, stages } from './dockerfile.ts'

let built: ReturnType<typeof buildInFolders>
afterEach(() => built.remove())

test('built in a clean folder as the Dockerfile says, it runs as another account from files it cannot write', async () => {
  built = buildInFolders()
  const [, image] = stages()
  const env = {
    PATH: dirname(process.execPath),
    ...environmentOf(image),
    ...built.directories,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    PORT: String(await freePort()),
  }
  const options = { ...built.account, cwd: built.cwd, env }
  const healthy = () => {
    const [command, ...args] = commandOf(image, 'HEALTHCHECK')
    return spawnSync(command!, args, options).status === 0
  }

  const writes = spawnSync('touch', ['build/main.js'], { ...options, env: process.env }).status === 0
  expect(writes).toBe(false)

  const [command, ...args] = commandOf(image, 'CMD')
  const server = spawn(command!, args, options)
  const ended = new Promise((resolve) => server.once('close', resolve))
  let err = ''
  server.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  await Promise.race([ended, new Promise((resolve) => server.stdout.once('data', resolve))])
  expect({ err, healthy: healthy() }).toEqual({ err: '', healthy: true })

  server.kill('SIGTERM')
  expect({ code: await ended, healthy: healthy() }).toEqual({ code: 0, healthy: false })
})
