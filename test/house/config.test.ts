import { expect, test } from 'vitest'
import { isSecureOrigin, readConfig } from '#server/config.ts'

const faults = (env: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

test('it starts with nothing set at all', () => {
  expect(readConfig({})).toEqual({
    NODE_ENV: 'production',
    PORT: 3000,
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: './data',
    KEY_DIR: './keys',
    MAIL_FROM: 'safe-to-say@localhost',
    TRUST_PROXY: false,
    LOG_LEVEL: 'info',
  })
})

test('a value left empty, as in a compose file, counts as not set', () => {
  const names = [
    'NODE_ENV',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'DATA_DIR',
    'KEY_DIR',
    'DATABASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'TRUST_PROXY',
    'SESSION_SECRET',
    'LOG_LEVEL',
    'METRICS_TOKEN',
  ]
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
})

test('every fault is told at once, in the words of the setting', () => {
  const wrong = {
    NODE_ENV: 'staging',
    PORT: '70000',
    PUBLIC_URL: 'pulse',
    DATABASE_URL: 'mysql://localhost/pulse',
    SMTP_URL: 'mail.example.com',
    MAIL_FROM: 'Pulse',
    TRUST_PROXY: 'nginx',
    SESSION_SECRET: 'short',
    LOG_LEVEL: 'loud',
    METRICS_TOKEN: 'short',
  }
  const told = faults(wrong)
  expect(told).toHaveLength(Object.keys(wrong).length)
  expect(new Set(told.map((line) => line.split(' ')[0]))).toEqual(new Set(Object.keys(wrong)))
  for (const line of told) expect(line).toMatch(/^[A-Z_]+ must .+\.$/)
})

test('a fault never repeats the value: it may be a secret', () => {
  const told = faults({
    SESSION_SECRET: 'sentinel',
    DATABASE_URL: 'mysql://dana:sentinel@db',
    SMTP_URL: 'dana:sentinel@mail',
  })
  expect(told).toHaveLength(3)
  expect(told.join()).not.toContain('sentinel')
})

test.each([
  ['-1', 'PORT must be at least 0.'],
  ['70000', 'PORT must be at most 65535.'],
  ['3000.5', 'PORT must be a whole number.'],
  ['eighty', 'PORT must be a number.'],
])('PORT %s is refused for what is wrong with it', (PORT, fault) => {
  expect(faults({ PORT })).toEqual([fault])
})

test.each([
  ['https://pulse.example.com/', 'https://pulse.example.com'],
  ['HTTPS://Pulse.Example.com', 'https://pulse.example.com'],
  ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
])('PUBLIC_URL %s makes links that begin with %s', (PUBLIC_URL, origin) => {
  expect(readConfig({ PUBLIC_URL }).PUBLIC_URL).toBe(origin)
})

test.each([
  'https://example.com/pulse',
  'https://example.com/?pulse',
  'https://dana:secret@example.com',
  'ftp://example.com',
  'example.com',
  'localhost:3000',
])('PUBLIC_URL %s is refused: no link could begin with it', (PUBLIC_URL) => {
  expect(faults({ PUBLIC_URL })).toEqual([expect.stringContaining('PUBLIC_URL must')])
})

test.each([
  ['off', false],
  ['127.0.0.1', '127.0.0.1'],
  ['loopback', 'loopback'],
  ['::1, 10.0.0.0/8', '::1, 10.0.0.0/8'],
])('TRUST_PROXY %s is understood', (TRUST_PROXY, understood) => {
  expect(readConfig({ TRUST_PROXY }).TRUST_PROXY).toBe(understood)
})

test.each(['1', 'true', 'nginx', '10.0.0.0/33', '0.0.0.0/0', '127.0.0.1,', '127.0.0.1 10.0.0.1'])(
  'TRUST_PROXY %s is refused rather than guessed at',
  (TRUST_PROXY) => {
    expect(faults({ TRUST_PROXY })).toEqual([expect.stringContaining('TRUST_PROXY must')])
  },
)

test('mail comes from the host people know, unless told otherwise', () => {
  expect(readConfig({ PUBLIC_URL: 'https://pulse.example.com' }).MAIL_FROM).toBe(
    'safe-to-say@pulse.example.com',
  )
  expect(readConfig({ PUBLIC_URL: 'http://10.0.0.5' }).MAIL_FROM).toBe('safe-to-say@localhost')
  expect(readConfig({ MAIL_FROM: 'pulse@acme.example' }).MAIL_FROM).toBe('pulse@acme.example')
})

test('browsers let people answer on https and on this machine, and nowhere else', () => {
  const secure = [
    'https://pulse.example.com',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:3000',
  ]
  const not = ['http://pulse.example.com', 'http://10.0.0.5', 'http://localhost.example.com']
  expect([...secure, ...not].filter(isSecureOrigin)).toEqual(secure)
})
