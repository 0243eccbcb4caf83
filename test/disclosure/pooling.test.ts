import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Leaf, Pool } from '../../server/disclosure/groups.ts'
import { pool } from '../../server/disclosure/pooling.ts'

const leaf = (id: string, size: number, path = ''): Leaf => ({
  id,
  size,
  path: path.split('/').filter(Boolean),
})
const shape = (pools: Pool[]) => pools.map(({ members, size }) => `${members.join(' ')}: ${size}`)
const total = (leaves: { size: number }[]) => leaves.reduce((sum, { size }) => sum + size, 0)

const path = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 })
const size = fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 30 }))
const leaves = fc
  .array(fc.record({ path, size }), { maxLength: 40 })
  .map((all): Leaf[] => all.map(({ path, size }, n) => ({ id: `t${(n * 37) % 101}`, path, size })))
const minimum = fc.integer({ min: 1, max: 20 })

describe('pooling, over random trees', () => {
  test('every leaf is in exactly one pool, or everything together is under the minimum', () => {
    fc.assert(
      fc.property(leaves, minimum, (all, minimum) => {
        const pools = pool(all, minimum)
        const ids = total(all) < minimum ? [] : all.map(({ id }) => id).sort()
        expect(pools.flatMap(({ members }) => members).sort()).toEqual(ids)
      }),
      { numRuns: 500 },
    )
  })

  test('every pool holds at least the minimum, and its size and path are those of its members', () => {
    fc.assert(
      fc.property(leaves, minimum, (all, minimum) => {
        for (const { members, size, path } of pool(all, minimum)) {
          const its = all.filter(({ id }) => members.includes(id))
          expect(size).toBeGreaterThanOrEqual(minimum)
          expect(size).toBe(total(its))
          expect(its.every((leaf) => path.every((id, depth) => leaf.path[depth] === id))).toBe(true)
          const further = new Set(its.map((leaf) => leaf.path[path.length]))
          expect(further.size > 1 || further.has(undefined)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the order of the input changes nothing', () => {
    const twice = leaves.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(twice, minimum, ([all, shuffled], minimum) => {
        expect(pool(shuffled, minimum)).toEqual(pool(all, minimum))
      }),
      { numRuns: 500 },
    )
  })

  test('two leaves that could stand alone are never pooled with each other', () => {
    fc.assert(
      fc.property(leaves, minimum, (all, minimum) => {
        const large = new Set(all.filter(({ size }) => size >= minimum).map(({ id }) => id))
        for (const { members } of pool(all, minimum))
          expect(members.filter((id) => large.has(id)).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('leaves that all reach the minimum all stand alone', () => {
    fc.assert(
      fc.property(leaves, minimum, (all, minimum) => {
        const large = all.filter(({ size }) => size >= minimum)
        expect(shape(pool(large, minimum)).sort()).toEqual(
          large.map(({ id, size }) => `${id}: ${size}`).sort(),
        )
      }),
    )
  })

  test('a place whose leaves need nobody is not touched by what happens elsewhere at its own depth', () => {
    fc.assert(
      fc.property(leaves, minimum, (all, minimum) => {
        const settled = [leaf('p', minimum, 'own/place'), leaf('q', minimum + 1, 'own/place')]
        const elsewhere = all.map((one) => ({ ...one, path: ['other', 'place', ...one.path] }))
        fc.pre(total(all) === 0 ? all.length === 0 : total(all) >= minimum)
        const pools = shape(pool([...settled, ...elsewhere], minimum))
        expect(pools).toEqual(expect.arrayContaining([`p: ${minimum}`, `q: ${minimum + 1}`]))
      }),
    )
  })
})

describe('pooling, by hand', () => {
  test('nobody at all makes no pool', () => expect(pool([], 5)).toEqual([]))

  test('everybody together just under the minimum makes no pool, just at it makes one', () => {
    expect(pool([leaf('a', 3, 'x'), leaf('b', 3, 'y')], 7)).toEqual([])
    expect(pool([leaf('a', 3, 'r/x'), leaf('b', 4, 'r/y')], 7)).toEqual([
      { members: ['a', 'b'], path: ['r'], size: 7 },
    ])
  })

  test('a leaf that stands alone keeps its own path', () =>
    expect(pool([leaf('a', 9, 'r/x')], 7)).toEqual([{ members: ['a'], path: ['r', 'x'], size: 9 }]))

  test('small siblings are pooled with each other and leave a large one alone', () =>
    expect(shape(pool([leaf('a', 9, 'r'), leaf('b', 4, 'r'), leaf('c', 3, 'r')], 7))).toEqual([
      'a: 9',
      'b c: 7',
    ]))

  test('many small siblings make several pools, the largest filled up by the smallest', () => {
    const sizes = { a: 6, b: 5, c: 4, d: 3, e: 2, f: 1 }
    expect(
      shape(
        pool(
          Object.entries(sizes).map(([id, size]) => leaf(id, size, 'r')),
          7,
        ),
      ),
    ).toEqual(['a f: 7', 'b e: 7', 'c d: 7'])
  })

  test('a small one with only large siblings is taken in by the smallest of them', () =>
    expect(shape(pool([leaf('a', 9, 'r'), leaf('b', 8, 'r'), leaf('c', 3, 'r')], 7))).toEqual([
      'a: 9',
      'b c: 11',
    ]))

  test('of equally large siblings the one with the smallest id takes it in', () =>
    expect(shape(pool([leaf('b', 9, 'r'), leaf('a', 9, 'r'), leaf('c', 3, 'r')], 7))).toEqual([
      'a c: 12',
      'b: 9',
    ]))

  test('a pool directly under the same parent comes before a smaller one further down', () => {
    const all = [leaf('a', 12, 'r'), leaf('b', 7, 'r/deep'), leaf('c', 3, 'r')]
    expect(shape(pool(all, 7))).toEqual(['a c: 15', 'b: 7'])
  })

  test('without one beside it, it is taken in by the smallest pool further down', () => {
    const all = [leaf('a', 12, 'r/deep'), leaf('b', 8, 'r/deep/er'), leaf('c', 3, 'r'), leaf('d', 7, 'other')]
    expect(shape(pool(all, 7))).toEqual(['a: 12', 'b c: 11', 'd: 7'])
  })

  test('siblings come before cousins, even where cousins are smaller', () => {
    const all = [leaf('a', 3, 'r/x'), leaf('b', 30, 'r/x'), leaf('c', 4, 'r/y'), leaf('d', 7, 'r/y')]
    expect(shape(pool(all, 7))).toEqual(['a b: 33', 'c d: 11'])
  })

  test('what came up from several places is pooled with the leaves of the next parent', () => {
    const all = [leaf('a', 3, 'r/x'), leaf('b', 2, 'r/y'), leaf('c', 2, 'r'), leaf('d', 7, 'r')]
    expect(pool(all, 7)[0]).toEqual({ members: ['a', 'b', 'c'], path: ['r'], size: 7 })
  })

  test('an empty leaf joins a neighbour and drags nobody else along', () => {
    const all = [leaf('a', 9, 'r'), leaf('b', 8, 'r'), leaf('c', 0, 'r')]
    expect(shape(pool(all, 7))).toEqual(['a: 9', 'b c: 8'])
    expect(
      shape(pool([leaf('a', 4), leaf('b', 3), leaf('c', 0), leaf('d', 4), leaf('e', 3)], 7)),
    ).toHaveLength(2)
  })

  test.each([
    ['flat', () => 'r'],
    ['in a tree', (n: number) => `r/${n % 7}/${n % 91}/${n % 1001}`],
    ['one parent each', (n: number) => `r/${n}`],
    ['in long chains', (n: number) => Array.from({ length: n % 100 }, (_, depth) => `${depth}`).join('/')],
  ])('20,000 leaves %s take well under a second', (_, where) => {
    const all = Array.from({ length: 20_000 }, (_, n) => leaf(`t${n}`, (n * 7919) % 11, where(n)))
    const began = performance.now()
    expect(total(pool(all, 20))).toBe(total(all))
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
