import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SyntaxKind, type Node } from 'typescript/unstable/ast'
import { API } from 'typescript/unstable/sync'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** What people write and read: no bundles, and not the library that is kept beside them. */
const sources = execFileSync('git', ['ls-files', 'server', 'views', 'public'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(tsx?|js)$/.test(file) && !/^public\/(build\/|token\.js$)/.test(file))

let api: API
beforeAll(() => {
  api = new API({ cwd: process.cwd() })
})
afterAll(() => api.close())

/** The aim is under 100; whoever ends some lowers this to what is left, and nobody raises it. */
const assertionsLeft = 86

test('where the compiler cannot see that something is there, a verb that refuses says so', () => {
  const { program } = api.updateSnapshot({ openProject: resolve('tsconfig.json') }).getProjects()[0]!
  const found = sources
    .filter((file) => !file.endsWith('.js'))
    .map((file) => {
      const source = program.getSourceFile(resolve(file))
      if (!source) throw new Error(`The compiler does not know ${file}.`)
      return assertionsIn(source)
    })
  expect(found.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(assertionsLeft)
})

function assertionsIn(node: Node): number {
  let found = node.kind === SyntaxKind.NonNullExpression ? 1 : 0
  node.forEachChild((child) => {
    found += assertionsIn(child)
  })
  return found
}

test('half of the files have at most 50 lines, nine in ten at most 110', () => {
  const lines = sources
    .map((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length)
    .sort((one, other) => one - other)
  expect(lines[Math.floor(lines.length * 0.5)]).toBeLessThanOrEqual(50)
  expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(110)
})
