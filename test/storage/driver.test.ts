import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refuseUnsoundDriver } from '#server/storage/driver.ts'
import { temporaryDirectory } from '../helpers/store.ts'

test('a driver that would end the process in the middle of its work is refused with what to do', () => {
  const file = join(temporaryDirectory(), 'better_sqlite3.node')
  writeFileSync(file, '\0AddEnvironmentCleanupHook\0RemoveEnvironmentCleanupHook\0')
  expect(() => refuseUnsoundDriver(file)).toThrow('Use Node 22 and run npm ci again, or set DATABASE_URL')
})

test('the one that is installed here is taken', () => {
  expect(refuseUnsoundDriver).not.toThrow()
})
