import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inMemory } from './memory.ts'

/** Where initdb and postgres are; null on a machine without PostgreSQL. */
export function postgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map((version) => `${debian}/${version}/bin`),
    '/usr/local/bin',
    '/usr/bin',
    '/opt/homebrew/bin',
  ]
  return (
    places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null
  )
}

export interface Cluster {
  stop(): Promise<void>
  /** As `pg_ctl stop -m immediate`: no connection is told, and nothing is written down. */
  crash(): Promise<void>
  /** Again, after a crash. */
  start(): Promise<void>
}

/** A cluster of its own under a temporary directory, gone afterwards; durable only where that is what is measured. */
export async function startPostgres(
  binaries: string,
  port: number,
  { durable = false } = {},
): Promise<Cluster> {
  const directory = mkdtempSync(join(durable ? tmpdir() : inMemory(), 'safe-to-say-postgres-'))
  const account = unprivileged()
  if (account) chownSync(directory, account.uid, account.gid)
  const data = join(directory, 'data')
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...account, cwd: directory, stdio: 'pipe' },
  )
  const settings = [
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
    `unix_socket_directories=${directory}`,
    'max_connections=300',
  ]
  const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port)]
  const run = () =>
    running(join(binaries, 'postgres'), [...args, ...settings.flatMap((setting) => ['-c', setting])], {
      ...account,
      cwd: directory,
    })
  let server = await run()
  return {
    async stop() {
      await server.end('SIGINT')
      rmSync(directory, { recursive: true, force: true })
    },
    crash: () => server.end('SIGQUIT'),
    async start() {
      server = await run()
    },
  }
}

/** Resolves once it takes connections. */
async function running(command: string, args: string[], options: object) {
  const server = spawn(command, args, { ...options, stdio: 'pipe' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error('PostgreSQL did not start')))
    server.stderr.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready to accept connections')) resolve()
    })
  })
  return {
    async end(signal: NodeJS.Signals) {
      server.kill(signal)
      await ended
    },
  }
}

/** PostgreSQL refuses to run as root; its own account, or nobody, will do. */
export function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: '-u' | '-g') => {
    for (const account of ['postgres', 'nobody']) {
      try {
        return Number(execFileSync('id', [flag, account], { stdio: 'pipe' }).toString())
      } catch {
        continue
      }
    }
    throw new Error('No account to run PostgreSQL under')
  }
  return { uid: id('-u'), gid: id('-g') }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
