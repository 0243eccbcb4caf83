import { afterEach, expect, test } from 'vitest'
import { littleRoom } from '#server/office/disk.ts'
import { administrator } from '../helpers/app.ts'
import { adoptionOf, bring, company, type Company } from '../figures/company.ts'

let acme: Company
afterEach(() => acme.safe.stop())

const day = 24 * 60 * 60 * 1000
const home = async () => (await (await acme.safe.signIn(administrator)).get('/')).body

test('an administrator is told when figures that came every month have not come', async () => {
  acme = await company({ Payments: 8 })
  // It is the middle of January 2027.
  expect(await home()).not.toContain('No adoption figures')
  await bring(acme, adoptionOf({ Payments: 8 }, {}, '2026-12'))
  expect(await home()).not.toContain('No adoption figures')
  acme.safe.clock.advance(17 * day)
  // The second of February: January is not final yet.
  expect(await home()).not.toContain('No adoption figures')
  acme.safe.clock.advance(3 * day)
  expect(await home()).toContain('No adoption figures of January 2027 have come')
})

test('where there is room nothing is said of it', async () => {
  acme = await company({ Payments: 8 })
  expect(await littleRoom(acme.safe.context.config.DATA_DIR)).toBeNull()
  expect(await home()).not.toContain('The disk is nearly full')
})
