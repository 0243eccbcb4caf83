import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const at = (path: string) => new URL(`../../server/storage/${path}`, import.meta.url)

test('starting over empties every table there is, those of a schema that was added included', () => {
  const schemas = readdirSync(at('schema/')).map((file) => file.replace('.ts', ''))
  const emptied = [...readFileSync(at('emptying.ts'), 'utf8').matchAll(/'\.\/schema\/([\w-]+)\.ts'/g)]
  // Leases are held by servers, and gone with the work that they are about.
  const kept = ['jobs']
  expect([...emptied.map(([, name]) => name), ...kept].sort()).toEqual(schemas.sort())
})
