import { stringify } from 'csv-stringify/sync'
import type { PublishedCell, PublishedClass, PublishedRound } from './results.ts'

/** One object: the round, its cells, the classes they rest on. */
export async function* asJson(
  { id, threshold }: PublishedRound,
  portions: AsyncIterable<PublishedCell[]>,
  seen: PublishedClass[],
): AsyncGenerator<string> {
  yield `{"round":${JSON.stringify(id)},"threshold":${threshold},"cells":[`
  let separator = ''
  for await (const cells of portions) {
    if (cells.length === 0) continue
    yield separator + cells.map((cell) => JSON.stringify(cell)).join()
    separator = ','
  }
  const classes = seen.map(({ id, name, members: units, invited, ballots }) => ({
    id,
    name,
    units,
    invited,
    ballots,
  }))
  yield `],"classes":${JSON.stringify(classes)}}`
}

/** One line a cell; the levels or bands of a cell stand in one column, since questions differ in them. */
export async function* asCsv(portions: AsyncIterable<PublishedCell[]>): AsyncGenerator<string> {
  yield lines([['question', 'group', 'groupName', 'n', 'shown', 'histogram', 'range']])
  for await (const cells of portions)
    yield lines(
      cells.map(({ question, group, groupName, n, shown, histogram, range }) => [
        question,
        group,
        groupName,
        n ?? '',
        shown,
        histogram?.join(' ') ?? '',
        Object.entries(range ?? {})
          .map(([band, [low, high]]) => `${band} ${low}-${high}`)
          .join('; '),
      ]),
    )
}

export const lines = (rows: (string | number)[][]): string =>
  stringify(rows, { record_delimiter: 'windows', escape_formulas: true })
