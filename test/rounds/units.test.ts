import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaMinimum, areas, reportingUnits, unitName, type Team } from '#server/rounds/units.ts'

/** `{ 'Eng': 2, 'Eng/Payments': 9 }` as a tree and who is invited in it; every level is a team, its path its id. */
function company(invited: Record<string, number>): { teams: Team[]; invited: Map<string, number> } {
  const teams = new Map<string, Team>()
  for (const path of Object.keys(invited)) {
    const levels = path.split('/')
    for (let depth = 1; depth <= levels.length; depth++) {
      const id = levels.slice(0, depth).join('/')
      teams.set(id, { id, name: levels[depth - 1]!, parentId: levels.slice(0, depth - 1).join('/') || null })
    }
  }
  const people = Object.entries(invited).filter(([, size]) => size > 0)
  return { teams: [...teams.values()], invited: new Map(people) }
}

function unitsOf(sizes: Record<string, number>, threshold = 5) {
  const { teams, invited } = company(sizes)
  return reportingUnits(teams, invited, threshold)
}

test('a team with two people more than the threshold stands alone, under its own name', () => {
  expect(unitsOf({ 'Eng/Payments': 7, 'Eng/Risk': 8 })).toEqual([
    { teams: ['Eng/Payments'], names: ['Payments'], path: ['Eng'], size: 7 },
    { teams: ['Eng/Risk'], names: ['Risk'], path: ['Eng'], size: 8 },
  ])
  expect(unitsOf({ 'Eng/Payments': 7, 'Eng/Risk': 8 }, 6)).toMatchObject([
    { names: ['Payments', 'Risk'], size: 15 },
  ])
})

test('small teams are counted with their sisters before anybody from further away', () => {
  const units = unitsOf({ 'Eng/Payments': 4, 'Eng/Risk': 3, 'Sales/North': 3, 'Sales/South': 4 })
  expect(units.map(({ names, path, size }) => ({ names, path, size }))).toEqual([
    { names: ['North', 'South'], path: ['Sales'], size: 7 },
    { names: ['Payments', 'Risk'], path: ['Eng'], size: 7 },
  ])
})

test('a small team without small sisters joins the smallest team beside it', () => {
  const units = unitsOf({ 'Eng/Payments': 9, 'Eng/Risk': 8, 'Eng/Tiny': 1 })
  expect(units.map(({ names, size }) => [names.join('+'), size])).toEqual([
    ['Payments', 9],
    ['Risk+Tiny', 9],
  ])
})

test('where all teams of a parent together are too few, they go up and are named from there', () => {
  const units = unitsOf({ 'Eng/Core/A': 2, 'Eng/Core/B': 2, 'Eng/Payments': 9, 'Sales/North': 20 })
  expect(units.map(({ names, path, size }) => ({ names, path, size }))).toEqual([
    { names: ['A', 'B', 'Payments'], path: ['Eng'], size: 13 },
    { names: ['North'], path: ['Sales'], size: 20 },
  ])
})

test('people directly in an inner team are a child team of it, and called so', () => {
  const units = unitsOf({ Eng: 8, 'Eng/Payments': 9, Sales: 7 })
  expect(units.map(({ names, path }) => ({ names, path }))).toEqual([
    { names: ['Eng – direct'], path: ['Eng'] },
    { names: ['Payments'], path: ['Eng'] },
    { names: ['Sales'], path: [] },
  ])
})

test('few people directly in an inner team are counted with the teams below it', () => {
  const units = unitsOf({ Eng: 2, 'Eng/Payments': 5, 'Eng/Risk': 9, Sales: 3, 'Sales/North': 4 })
  expect(units.map(({ names, path }) => [names.join(' + '), ...path])).toEqual([
    ['Eng – direct + Payments', 'Eng'],
    ['North + Sales – direct', 'Sales'],
    ['Risk', 'Eng'],
  ])
})

test('a team below which nobody is invited is no inner team', () => {
  expect(unitsOf({ Eng: 8, 'Eng/Vacant': 0 })).toMatchObject([{ names: ['Eng'], path: [], size: 8 }])
})

test('too few people in all make no unit', () => {
  expect(unitsOf({ 'Eng/Payments': 3, Sales: 3 })).toEqual([])
  expect(unitsOf({})).toEqual([])
  expect(unitsOf({ 'Eng/Payments': 3, Sales: 4 })).toMatchObject([{ size: 7 }])
})

test('units come in the order a reader counts in', () => {
  const units = unitsOf({ 'Team 10': 7, 'Team 2': 7, 'Team 1': 7 })
  expect(units.map(({ names }) => names[0])).toEqual(['Team 1', 'Team 2', 'Team 10'])
})

test('a unit’s name says up to three teams and how many more there are', () => {
  expect(unitName(['Payments'])).toBe('Payments')
  expect(unitName(['A', 'B', 'C'])).toBe('A + B + C')
  expect(unitName(['A', 'B', 'C', 'D', 'E'])).toBe('A + B + C + 2')
})

const areaNames = (sizes: Record<string, number>) => {
  const units = unitsOf(sizes).map((unit) => ({ ...unit, id: unit.teams.join('+') }))
  const area = areas(units)
  const byArea = new Map<string, string[]>()
  for (const { id } of units) byArea.set(area.get(id)!, [...(byArea.get(area.get(id)!) ?? []), id])
  return [...byArea.values()].map((ids) => ids.toSorted().join(' ')).toSorted()
}

test('an area is at least twenty people, gathered from neighbouring units', () => {
  expect(areaNames({ 'Eng/A': 12, 'Eng/B': 9, 'Ops/C': 25, 'Ops/D': 30 })).toEqual([
    'Eng/A Eng/B',
    'Ops/C',
    'Ops/D',
  ])
  expect(areaNames({ 'Eng/A': 12, 'Ops/C': 25, 'Ops/D': 30 })).toEqual(['Eng/A Ops/C', 'Ops/D'])
})

test('a round of fewer than twenty is one area', () => {
  expect(areaNames({ 'Eng/A': 9, 'Ops/B': 8 })).toEqual(['Eng/A Ops/B'])
})

const trees = fc.uniqueArray(
  fc.record({
    path: fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
      .map((levels) => levels.join('/')),
    size: fc.integer({ min: 0, max: 30 }),
  }),
  { selector: ({ path }) => path, minLength: 1, maxLength: 25 },
)

test('whatever the tree, everybody is in exactly one unit of at least threshold + 2, below the path it states', () => {
  fc.assert(
    fc.property(trees, fc.integer({ min: 5, max: 12 }), (drawn, threshold) => {
      const { teams, invited } = company(Object.fromEntries(drawn.map(({ path, size }) => [path, size])))
      const units = reportingUnits(teams, invited, threshold)
      const total = [...invited.values()].reduce((sum, size) => sum + size, 0)
      const placed = total < threshold + 2 ? [] : [...invited.keys()]
      expect(units.flatMap((unit) => unit.teams).toSorted()).toEqual(placed.toSorted())
      for (const unit of units) {
        expect(unit.size).toBeGreaterThanOrEqual(threshold + 2)
        expect(unit.size).toBe(unit.teams.reduce((sum, id) => sum + invited.get(id)!, 0))
        for (const id of unit.teams)
          for (const above of unit.path) expect(`${id}/`.startsWith(`${above}/`)).toBe(true)
      }
    }),
  )
})

test('whatever the units, each is in one area, of at least twenty people where there are so many', () => {
  fc.assert(
    fc.property(trees, (drawn) => {
      const { teams, invited } = company(Object.fromEntries(drawn.map(({ path, size }) => [path, size])))
      const units = reportingUnits(teams, invited, 5).map((unit, n) => ({ ...unit, id: `u${n}` }))
      const area = areas(units)
      expect([...area.keys()].toSorted()).toEqual(units.map(({ id }) => id).toSorted())
      const sizes = new Map<string, number>()
      for (const { id, size } of units) sizes.set(area.get(id)!, (sizes.get(area.get(id)!) ?? 0) + size)
      if (sizes.size > 1) for (const size of sizes.values()) expect(size).toBeGreaterThanOrEqual(areaMinimum)
    }),
  )
  expect(areaMinimum).toBe(20)
})
