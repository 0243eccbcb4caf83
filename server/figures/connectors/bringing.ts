import type { Context } from '../../context.ts'
import { NotTaken } from '../../outside/outside.ts'
import type { Vendor } from '../../storage/schema/connectors.ts'
import type { FiguresReport } from '../../storage/schema/figure-imports.ts'
import { applyFigures, beginFetched, dropImport, figuresImportById } from '../importing.ts'
import type { Connection } from './connection.ts'
import { services } from './services.ts'

/** Fetches a month and applies it, as a file of it would be. A month of which there is nothing is brought too. */
export async function bringMonth(
  context: Context,
  vendor: Vendor,
  connection: Connection,
  month: string,
): Promise<void> {
  const { id, done } = await beginFetched(
    context,
    vendor,
    fetched(vendor, async () => connection, [month]),
  )
  await done
  const { state, report } = await figuresImportById(context, id)
  // Of a file somebody would see that it is about other people; this would say that nobody used it.
  const isStrange = report.people > 0 && report.unmatched === report.people
  if (state === 'ready' && !isStrange) return applyFigures(context, null, id)
  await dropImport(context, id)
  if (isStrange) throw new NotTaken('nobodyMatched')
  if (!isEmpty(report)) throw new NotTaken(faultOf(report))
}

/** Several months as one file. */
export const fetched = (vendor: Vendor, connected: () => Promise<Connection>, months: string[]) => ({
  source: vendor,
  months,
  pieces: allOf(vendor, connected, months),
})

async function* allOf(
  vendor: Vendor,
  connected: () => Promise<Connection>,
  months: string[],
): AsyncGenerator<Buffer> {
  const connection = await connected()
  for (const month of months) yield* services[vendor].month(connection, month)
}

/** Nobody used it, or there was no work yet. */
const isEmpty = ({ faults, faultCount }: FiguresReport): boolean =>
  faultCount === 1 && (faults[0]?.fault === 'noRows' || faults[0]?.fault === 'fileEmpty')

/** Why it was not taken; or what is wrong with it, and of a field its name. */
function faultOf({ faults: [first] }: FiguresReport): string {
  if (!first) return 'shape'
  const { fault, value } = first
  if (fault === 'notFetched') return value ?? 'shape'
  return fault === 'fieldInvalid' && value ? `unread ${fault} ${value}` : `unread ${fault}`
}
