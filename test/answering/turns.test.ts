import { expect, test } from 'vitest'
import { Turns } from '#server/answering/turns.ts'

/** Steps that end when they are told to, and whose they were, in the order in which they began. */
function steps() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const step = (of: string) => () =>
    new Promise<void>((resolve) => {
      begun.push(of)
      ends.push(resolve)
    })
  return { begun, ends, step }
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

test('one address with a thousand requests keeps nobody else waiting for more than one of them', async () => {
  const turns = new Turns()
  const { begun, ends, step } = steps()
  for (let n = 0; n < 1000; n++) void turns.take('crowd', step('crowd'))
  for (let n = 0; n < 8; n++) void turns.take('ada', step('ada'))
  await turnOfTheLoop()
  const inHand = begun.length
  expect(begun).not.toContain('ada')
  while (ends.length < inHand + 16) {
    ends.shift()!()
    await turnOfTheLoop()
    if (begun.length > inHand + 15) break
  }
  expect(begun.slice(inHand, inHand + 16).filter((who) => who === 'ada')).toHaveLength(8)
})

test('who comes while there is room waits for nobody', async () => {
  const turns = new Turns()
  const { begun, step } = steps()
  for (const who of ['ada', 'bert', 'cleo']) void turns.take(who, step(who))
  await turnOfTheLoop()
  expect(begun).toEqual(['ada', 'bert', 'cleo'])
})

test('a step that fails gives its turn on', async () => {
  const turns = new Turns()
  const failing = Array.from({ length: 500 }, () =>
    turns.take('ada', () => Promise.reject(new Error('no disk'))).catch(() => 'failed'),
  )
  expect(new Set(await Promise.all(failing))).toEqual(new Set(['failed']))
  expect(await turns.take('ada', async () => 'done')).toBe('done')
})
