import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const proxies = ['nginx', 'caddy'] as const
export type ProxyName = (typeof proxies)[number]

export const isInstalled = (proxy: ProxyName): boolean => pathOf(proxy) !== null

const pathOf = (server: string): string | null =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((directory) => join(directory, server))
    .find((path) => existsSync(path)) ?? null

interface Way {
  /** Where it listens, with https. */
  port: number
  /** Where the server listens. */
  upstream: string
}

/** One of docs/install in front of a server. */
export function startProxy(name: ProxyName, way: Way): { end(): Promise<void> } {
  const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-proxy-'))
  const { args, env } = settings[name](directory, way)
  const proxy = spawn(pathOf(name)!, args, { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' })
  const gone = new Promise((done) => proxy.once('close', done))
  return {
    async end() {
      proxy.kill('SIGTERM')
      await gone
      rmSync(directory, { recursive: true })
    },
  }
}

const settings = { nginx, caddy }

/** The file as it is; only what is the machine's is said around it. */
function caddy(directory: string, { port, upstream }: Way) {
  const config = join(directory, 'Caddyfile')
  writeFileSync(
    config,
    `{
      admin off
      skip_install_trust
      auto_https disable_redirects
    }
    import ${resolve('docs/install/Caddyfile')}`,
  )
  const home = { HOME: directory, XDG_DATA_HOME: directory, XDG_CONFIG_HOME: directory }
  return {
    args: ['run', '--adapter', 'caddyfile', '--config', config],
    env: { ...home, SITE: `https://localhost:${port}`, UPSTREAM: upstream },
  }
}

/** nginx takes nothing from the environment, so what a reader has to put in is put in here. */
function nginx(directory: string, { port, upstream }: Way) {
  const inside = (file: string) => join(directory, file)
  const own: [theirs: RegExp, ours: string][] = [
    [/listen 80;/, `listen unix:${inside('plain')};`],
    [/listen 443 /, `listen 127.0.0.1:${port} `],
    [/pulse\.example\.com;/g, 'localhost;'],
    [/\/etc\/\S+fullchain\.pem/, inside('certificate')],
    [/\/etc\/\S+privkey\.pem/, inside('key')],
    [/127\.0\.0\.1:3000/, upstream],
  ]
  let site = readFileSync('docs/install/nginx.conf', 'utf8')
  for (const [theirs, ours] of own) {
    if (!theirs.test(site)) throw new Error(`docs/install/nginx.conf no longer says ${theirs}`)
    site = site.replace(theirs, ours)
  }
  writeFileSync(inside('site'), site)
  writeFileSync(
    inside('config'),
    `daemon off;
    pid ${inside('pid')};
    events {}
    http {
      client_body_temp_path ${inside('bodies')};
      proxy_temp_path ${inside('answers')};
      include ${inside('site')};
    }`,
  )
  makeCertificate(inside('certificate'), inside('key'))
  return { args: ['-e', 'stderr', '-c', inside('config')], env: {} }
}

function makeCertificate(certificate: string, key: string) {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  execFileSync('openssl', ['req', ...kind, '-subj', '/CN=localhost', '-out', certificate, '-keyout', key], {
    stdio: 'ignore',
  })
}
