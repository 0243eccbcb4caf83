import { code } from '#server/disclosure/exact-or-range.ts'
import { saveTally } from '#server/publishing/saving.ts'
import type { Tally } from '#server/publishing/ballot-box.ts'
import { pulse } from '#server/questionnaire/pulse.ts'
import { safety } from '#server/questionnaire/safety.ts'
import { itemsOf } from '#server/results/published.ts'
import type { Question } from '#server/storage/schema/questions.ts'
import { newId } from '#server/storage/identifier.ts'
import type { Store } from '#server/storage/index.ts'
import { rounds, roundTeams, roundUnits } from '#server/storage/schema/rounds.ts'

const threshold = 5
const answered = 0.8

/** Everything that is counted, each by unit: as many codes as there can be; and what is answered in words. */
const questions = [...pulse, ...safety]
  .filter(({ kind }) => kind === 'scale' || kind === 'grid' || kind === 'remark')
  .map((question): Question => ('cut' in question ? ({ ...question, cut: 'unit' } as Question) : question))

const items = itemsOf(questions)

export interface PublishedUnit {
  /** Several are a pool. */
  teamIds: string[]
  /** Ids of the teams above. */
  path: string[]
  invited: number
}

interface Answered {
  closesAt: Date
  units: PublishedUnit[]
  /** How many of a unit's ballots are in each band of a question. */
  histogram(question: { key: string; bands: string[] }, ballots: number, unit: number): number[]
}

/** A closed round with results such as a close leaves, without anybody having answered. Returns how many codes it has. */
export async function publishRound(store: Store, { closesAt, units, histogram }: Answered): Promise<number> {
  const roundId = newId()
  const month = closesAt.toISOString().slice(0, 7)
  const all = units.map((unit) => ({ ...unit, id: newId(), ballots: Math.floor(answered * unit.invited) }))
  const tally: Tally = {
    counted: total(all, 'ballots'),
    spoiled: 0,
    receipts: [],
    remarks: [],
    partition: new Map([
      [
        'unit',
        all.map(({ id, path, teamIds, ballots }) => ({
          id,
          members: [id],
          path: teamIds.length === 1 ? [...path, ...teamIds] : path,
          ballots,
        })),
      ],
    ]),
    codes: all.flatMap(({ id: classId, ballots }, unit) =>
      items.map((item) => ({
        classId,
        question: item.key,
        bands: item.bands,
        code: code(histogram(item, ballots, unit), item.bands, threshold),
      })),
    ),
  }
  await store.write(async (tx) => {
    await tx.insert(rounds).values({
      id: roundId,
      name: `Round of ${month}`,
      month,
      opensAt: closesAt,
      closesAt,
      threshold,
      state: 'closed',
      selection: [],
      questions,
      manifest: JSON.stringify({ organisation: 'Bench', units: all.map(({ id }) => ({ id, key })) }),
      fingerprint: 'a'.repeat(26),
      outcome: { published: true, invited: total(all, 'invited'), ballots: tally.counted, spoiled: 0 },
    })
    for (const [n, { id, teamIds, path, invited }] of all.entries()) {
      const unit = { id, roundId, name: `Team ${n}`, path, size: invited, area: id, keyNumber: n }
      await tx.insert(roundUnits).values({ ...unit, publicKey: key })
      await tx
        .insert(roundTeams)
        .values(teamIds.map((teamId) => ({ roundId, teamId, unitId: id, name: `Team ${n}` })))
    }
    await saveTally(tx, roundId, tally)
  })
  return tally.codes.length
}

/** As long as a real one. */
const key = { kty: 'RSA' as const, n: 'n'.repeat(342), e: 'AQAB' }

const total = (units: { invited: number; ballots: number }[], what: 'invited' | 'ballots'): number =>
  units.reduce((sum, unit) => sum + unit[what], 0)
