import { expect, test } from 'vitest'
import { codeOf } from '#server/disclosure/cells.ts'
import { code } from '#server/disclosure/exact-or-range.ts'
import { Tabulation } from '#server/disclosure/tabulate.ts'
import { partition } from '#server/disclosure/partition.ts'
import { grid } from '../publishing/company.ts'

const k = 5
const unit = { id: 'a', teams: ['team a'], path: ['root'], area: 'one' }

interface Row {
  helped: number
  hurt: number
  unused: number
  skipped: number
}

/** What is published of one row that a team of some people answered so; `naive` codes every cell alike. */
function published(row: Row, naive = false) {
  const tabulation = new Tabulation([unit], { questions: [grid('work', 'unit', ['tests'])], own: {} })
  for (const [given, people] of Object.entries(row))
    for (let one = 0; one < people; one++)
      tabulation.add({
        unit: 'a',
        answers: { work: { tests: given === 'skipped' ? null : given } },
        attributes: {},
        remarks: [],
      })
  const cells = tabulation.cells(partition([unit], tabulation.turnout, k))
  return Object.fromEntries(
    cells.map((cell) => [cell.question, naive ? code(cell.histogram, cell.bands, k) : codeOf(cell, k)]),
  )
}

const row = (some: Partial<Row>): Row => ({ helped: 0, hurt: 0, unused: 0, skipped: 0, ...some })

function* everyRow(people: number): Generator<Row> {
  for (let helped = 0; helped <= people; helped++)
    for (let hurt = 0; helped + hurt <= people; hurt++)
      for (let unused = 0; helped + hurt + unused <= people; unused++)
        yield { helped, hurt, unused, skipped: people - helped - hurt - unused }
}

test('how many used AI for a kind of work is shown beside whether it helped', () => {
  expect(published(row({ helped: 5, hurt: 3, unused: 4, skipped: 1 }))).toEqual({
    'work.tests': { shown: 'exact', n: 8, histogram: [5, 3] },
    'work.tests.used': { shown: 'exact', n: 12, histogram: [4, 8] },
  })
})

test('also where hardly anybody used it, and whether it helped those few is not shown', () => {
  expect(published(row({ helped: 3, unused: 9 }))).toEqual({
    'work.tests': { shown: 'none' },
    'work.tests.used': { shown: 'exact', n: 12, histogram: [9, 3] },
  })
  expect(published(row({ helped: 1, unused: 9 }))['work.tests.used']).toEqual({
    shown: 'range',
    n: 10,
    band: 'unused',
  })
})

test('one person alone who did not use it cannot be told from one who left the row out', () => {
  const told = (naive: boolean) =>
    [5, 6, 8, 11].flatMap((people) =>
      [...everyRow(people)]
        .filter(({ unused }) => unused === 1)
        .filter((one) => {
          const other = { ...one, unused: 0, skipped: one.skipped + 1 }
          return JSON.stringify(published(one, naive)) !== JSON.stringify(published(other, naive))
        }),
    )
  expect(told(false)).toEqual([])
  expect(told(true).length).toBeGreaterThan(0)
})

test('a row that fewer answered than the threshold shows nothing, and a range always stands for that many', () => {
  for (const people of [4, 5, 7, 9])
    for (const one of everyRow(people))
      for (const made of Object.values(published(one)))
        if (made.shown !== 'none') expect(made.n).toBeGreaterThanOrEqual(k)
  expect(published(row({ helped: 2, unused: 2, skipped: 9 }))).toEqual({
    'work.tests': { shown: 'none' },
    'work.tests.used': { shown: 'none' },
  })
})
