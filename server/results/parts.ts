import { and, eq, inArray } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { codes } from '../storage/schema/publishing.ts'
import type { Code } from '../disclosure/exact-or-range.ts'
import type { GroupRound } from './group.ts'
import type { ItemResult, Part, PublishedClass } from './published.ts'

/** Of a larger group nobody would be told which of its parts are compared. */
const mostClasses = 60

/**
 * A group of which a class is hidden in one round and shown in another cannot be compared as a whole: the questions
 * this concerns come with the codes of its classes, from which the same ones can be added up in each round.
 */
export async function withParts<Of extends Pick<GroupRound, 'round' | 'items'>>(
  read: Reads,
  history: Of[],
  teamId: string | null,
): Promise<Of[]> {
  const hidden = new Set(history.flatMap(({ items }) => items.filter(isPartly).map(({ key }) => key)))
  if (hidden.size === 0) return history
  return Promise.all(
    history.map(async (one) => {
      const items = one.items.filter(({ key, pooledAs }) => hidden.has(key) && pooledAs === null)
      const within = classesOf(one, teamId)
      if (items.length === 0 || within.length > mostClasses) return one
      const found = await codesOf(read, one.round.id, within, items)
      return {
        ...one,
        items: one.items.map((item) =>
          items.includes(item) ? { ...item, parts: partsOf(item, within, found) } : item,
        ),
      }
    }),
  )
}

const isPartly = ({ sum, pooledAs }: ItemResult): boolean => pooledAs === null && sum.shown < sum.classes

const classesOf = ({ round }: Pick<GroupRound, 'round'>, teamId: string | null): PublishedClass[] =>
  round.classes.filter(({ path }) => teamId === null || path.includes(teamId))

type Codes = Map<string, Code>

async function codesOf(
  read: Reads,
  roundId: string,
  within: PublishedClass[],
  items: ItemResult[],
): Promise<Codes> {
  const cuts = new Set(items.map(({ cut }) => cut))
  const classIds = within.filter(({ cut }) => cuts.has(cut)).map(({ id }) => id)
  const keys = items.map(({ key }) => key)
  const rows = await read
    .select()
    .from(codes)
    .where(and(eq(codes.roundId, roundId), inArray(codes.classId, classIds), inArray(codes.question, keys)))
  return new Map(rows.map(({ classId, question, code }) => [`${classId} ${question}`, code]))
}

function partsOf({ key, cut }: ItemResult, within: PublishedClass[], found: Codes): Part[] {
  return within.flatMap((one) => {
    const code = one.cut === cut && found.get(`${one.id} ${key}`)
    return code ? [{ who: whoIn(one), invited: one.invited ?? 0, code }] : []
  })
}

/** A class by place is of teams, whose units are made anew in every round; one by a declared attribute is of its bands. */
export const whoIn = ({ cut, teams, members }: PublishedClass): string =>
  [cut, ...(cut === 'unit' || cut === 'area' ? teams : members).toSorted()].join(' ')
