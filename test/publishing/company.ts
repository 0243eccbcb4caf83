import fc from 'fast-check'
import type {
  Band,
  ChoiceQuestion,
  GridQuestion,
  Question,
  ScaleQuestion,
} from '../../server/storage/schema/questions.ts'
import type { Leaf } from '../../server/disclosure/groups.ts'
import { pool } from '../../server/disclosure/pooling.ts'
import type { Unit } from '../../server/disclosure/partition.ts'

/** Opens a round as the product does: teams into units of at least `threshold` + 2, units into areas of 20. */
export function freeze(teams: Leaf[], threshold: number): Unit[] {
  const units = pool(teams, threshold + 2).map((unit) => ({ ...unit, id: `unit ${unit.members[0]}` }))
  const areas = pool(units, 20)
  const areaOf = (id: string) => areas.find(({ members }) => members.includes(id))?.members[0] ?? 'everybody'
  return units.map(({ id, members, path }) => ({ id, teams: members, path, area: areaOf(id) }))
}

/** Random trees of teams, invited people by team. */
export const teams = fc
  .array(
    fc.record({
      path: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }).map((below) => ['root', ...below]),
      size: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 7, max: 25 })),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((all): Leaf[] => all.map((team, n) => ({ id: `t${n}`, ...team })))

/** A frozen round, and how many of each unit answered. */
export const answered = (threshold: number) =>
  teams.chain((all) => {
    const units = freeze(all, threshold)
    const invited = units.map(({ teams }) =>
      all.reduce((sum, { id, size }) => (teams.includes(id) ? sum + size : sum), 0),
    )
    return fc.record({
      units: fc.constant(units),
      ballots: fc.tuple(
        ...invited.map((size) => fc.oneof(fc.nat({ max: Math.min(size, 6) }), fc.nat({ max: size }))),
      ),
    })
  })

export const bands: Band[] = ['unfavourable', 'unfavourable', 'neutral', 'favourable', 'favourable']

export const scale = (id: string, cut: ScaleQuestion['cut']): ScaleQuestion => ({
  id,
  version: 1,
  construct: '',
  kind: 'scale',
  cut,
  bands,
  text: { en: { question: id, name: id, levels: ['1', '2', '3', '4', '5'] } },
})

export const grid = (id: string, cut: GridQuestion['cut'], rows: string[]): GridQuestion => ({
  id,
  version: 1,
  construct: '',
  kind: 'grid',
  cut,
  rows,
  text: { en: { question: id, rows: {}, helped: 'Helped', hurt: 'Hurt', unused: 'Not used' } },
})

export const choice = (id: string, options: string[]): ChoiceQuestion => ({
  id,
  version: 1,
  construct: '',
  kind: 'choice',
  cut: 'organisation',
  options,
  text: { en: { question: id, options: {} } },
})

export const experience: Question = {
  id: 'experience',
  version: 1,
  construct: '',
  kind: 'attribute',
  options: ['junior', 'senior'],
  text: { en: { question: 'experience', options: {} } },
}
