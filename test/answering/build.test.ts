import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { AnswerPage } from '#views/answering/answer.tsx'
import { speechOf } from '#server/web/speech.ts'
import { bundleAnswering } from '../../public/answering/build.ts'

const built = (name: string) => readFileSync(new URL(`../../public/build/${name}`, import.meta.url))
const names = ['answer.js', 'loader.js', 'answer.css']

test('a rebuild gives the bytes in public/build', async () => {
  const bundles = await bundleAnswering()
  expect([...bundles.keys()]).toEqual(names)
  for (const name of names) expect(Buffer.from(bundles.get(name)!).equals(built(name)), name).toBe(true)
})

test('all an engineer’s phone loads is under 60 KB compressed', () => {
  const page = renderToString(
    h(AnswerPage, {
      scriptUrl: '/a',
      scriptIntegrity: 'sha256-',
      styleUrl: '/b',
      iconUrl: '/c',
      speech: speechOf({}, null),
    }),
  )
  const icon = readFileSync(new URL('../../public/icon.svg', import.meta.url))
  const sizes = [page, icon, ...names.map(built)].map((bytes) => gzipSync(bytes).length)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60 * 1024)
})

test('nothing in it is evaluated from text or set as an inline style', () => {
  for (const name of ['answer.js', 'loader.js'])
    expect(built(name).toString()).not.toMatch(
      /\beval\(|new Function|Function\(["'`]|setAttribute\(["'`]style/,
    )
})
