import { add, classesWithin } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'
import type { Tally } from './ballot-box.ts'
import { known } from '../known.ts'
import type { ClassRow } from './class-rows.ts'

/** For every team above a class, and for the organisation: what adding the codes up gives, and nothing else. */
export function summing(rows: ClassRow[]) {
  const above = new Set(rows.flatMap(({ path }) => path))
  const within = new Map(
    [...above].map((team) => [team, new Set(classesWithin(team, rows).map(({ id }) => id))]),
  )
  return (coded: Tally['codes']) =>
    [organisation, ...above].flatMap((teamId) => {
      const counted = coded.filter(
        ({ classId }) => teamId === organisation || known(within, teamId).has(classId),
      )
      if (counted.length === 0) return []
      return [
        {
          teamId,
          sum: add(
            counted.map((one) => one.code),
            coded[0]!.bands,
          ),
        },
      ]
    })
}
