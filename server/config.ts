import { relative, resolve } from 'node:path'
import { z } from 'zod'

const proxy = z
  .union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.enum(['loopback', 'linklocal', 'uniquelocal'])])
  .refine((range) => !range.endsWith('/0'))

/** One hop: what stands further left in X-Forwarded-For was written by whoever asked. */
const nearest = (_address: string, hop: number): boolean => hop === 0

const proxies = z
  .string()
  .default('off')
  .refine(
    (value) =>
      value === 'off' ||
      value === 'on' ||
      value.split(',').every((one) => proxy.safeParse(one.trim()).success),
    'must be off, on, or the addresses of your proxies, such as 127.0.0.1,10.0.0.0/8',
  )
  .transform((value) => (value === 'off' ? false : value === 'on' ? nearest : value))

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

const environment = z
  .object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'], 'must be development, test or production')
      .default('production'),
    PORT: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(0, 'must be at least 0')
      .max(65535, 'must be at most 65535')
      .default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z
      .string()
      .refine(isOrigin, 'must be a whole address without a path, such as https://pulse.example.com')
      .optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    KEY_DIR: z.string().min(1).default('./keys'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' }).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
    MAIL_FROM: z.email('must be a mail address').optional(),
    TRUST_PROXY: proxies,
    SESSION_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    METRICS_TOKEN: z.string().min(32, 'must be at least 32 characters long').optional(),
  })
  .refine((env) => !lies(env.KEY_DIR, env.DATA_DIR), {
    path: ['KEY_DIR'],
    message: 'must not lie in DATA_DIR, or every backup of the data would hold the keys',
  })
  .transform((env) => {
    const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin
    return { ...env, PUBLIC_URL: publicUrl, MAIL_FROM: env.MAIL_FROM ?? `safe-to-say@${mailHost(publicUrl)}` }
  })

export type Config = z.infer<typeof environment>

/** Carries one line per fault. */
export class ConfigFaults extends Error {}

/** Reads the environment; an empty value counts as not set. Throws ConfigFaults naming every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  if (result.success) return result.data
  throw new ConfigFaults(
    result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
  )
}

/** Browsers offer Web Crypto, which answering needs, only on https and on localhost. */
export function isSecureOrigin(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

const lies = (inner: string, outer: string): boolean =>
  !relative(resolve(outer), resolve(inner)).startsWith('..')

/** The pages' own links begin at the root, so nothing may stand behind the host and port. */
function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, origin, href } = new URL(url)
  return /^https?:$/.test(protocol) && href === `${origin}/`
}

function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname
}
