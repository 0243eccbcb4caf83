import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { startFlags } from '../helpers/start-flags.ts'
import { commandOf, copied, environmentOf, stages, steps } from './dockerfile.ts'

const [build, image] = stages()
const known = (names: string[]) => Object.fromEntries(names.map((name) => [name, named[name] ?? '1']))
/** A value that is right for each setting that does not take any. */
const named: Record<string, string> = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://pulse.example.com',
  DATABASE_URL: 'postgres://postgres/safe',
  SMTP_URL: 'smtp://mail',
  MAIL_FROM: 'pulse@example.com',
  TRUST_PROXY: 'on',
  DATA_DIR: '/data',
  KEY_DIR: '/keys',
}

test('the build takes files that are there, and the image what the build has made', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')
  const taken = steps(build, 'COPY').flatMap((step) => copied(step).from)
  for (const path of taken)
    expect(
      tracked.some((file) => file === path || file.startsWith(`${path}/`)),
      path,
    ).toBe(true)
  const left = new Set([...taken, 'node_modules', 'build'].map((path) => `/app/${path}`))
  for (const path of steps(image, 'COPY').flatMap((step) => copied(step).from)) expect(left).toContain(path)
})

test('of a working copy only what the build takes is sent to it: no keys, no data', () => {
  const rules = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const taken = steps(build, 'COPY').flatMap((step) => copied(step).from)
  expect(rules[0]).toBe('*')
  expect(rules.slice(1).sort()).toEqual(taken.map((path) => `!${path}`).sort())
})

test('the image runs what npm start runs, as nobody of importance', () => {
  expect(commandOf(image, 'CMD')).toEqual(['node', ...startFlags, 'build/main.js'])
  expect(steps(image, 'USER').map(({ what }) => what)).toEqual(['node'])
})

test('data and keys lie in volumes of their own', () => {
  const { DATA_DIR, KEY_DIR } = environmentOf(image)
  expect(JSON.parse(steps(image, 'VOLUME')[0]!.what)).toEqual([DATA_DIR, KEY_DIR])
})

test('the configuration knows every setting of the image and of the composition', () => {
  const ofTheImage = Object.keys(environmentOf(image))
  expect(Object.keys(readConfig(known(ofTheImage)))).toEqual(expect.arrayContaining(ofTheImage))
  const app = /^ {2}app:\n([\s\S]*?)^ {2}\w/m.exec(readFileSync('compose.yaml', 'utf8'))![1]!
  const composed = [...app.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name!)
  expect(composed).toContain('PUBLIC_URL')
  expect(Object.keys(readConfig(known(composed)))).toEqual(expect.arrayContaining(composed))
})
