import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { startFlags } from '../helpers/start-flags.ts'

const unit = readFileSync('docs/install/safe-to-say.service', 'utf8')
const all = (name: string) =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!)

test('the unit runs what npm start runs', () => {
  expect(all('ExecStart')).toEqual([`/usr/bin/node ${startFlags.join(' ')} build/main.js`])
})

test('its settings are known, and what they name is the unit’s to write in', () => {
  const settings = Object.fromEntries(all('Environment').map((set) => set.split('=') as [string, string]))
  expect(readConfig(settings)).toMatchObject(settings)
  const written = all('StateDirectory')[0]!
    .split(' ')
    .map((path) => `/var/lib/${path}`)
  expect(written).toEqual(expect.arrayContaining([settings['DATA_DIR'], settings['KEY_DIR']]))
})

test('it leaves the server the ten seconds in which it ends by itself', () => {
  expect(Number(all('TimeoutStopSec')[0])).toBeGreaterThan(10)
})
