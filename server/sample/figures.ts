import { Readable } from 'node:stream'
import { applyFigures, figuresImportById, finalFrom, importFigures, type Part } from '../figures/figures.ts'
import type { Past } from './past.ts'
import type { Told } from './told.ts'
import { loginsOf, usageReports } from './usage.ts'
import { deliveryOf, spendOf } from './delivery.ts'

/** A year of figures as a vendor's reports and a team's own table would tell them, imported as any are. */
export async function bringFigures(past: Past, told: Told): Promise<void> {
  const { people, months } = told
  const now = past.context.clock.now()
  // Nobody corrects what is invented: it is there as soon as its month is over.
  past.goTo(new Date(Math.max(now.getTime(), ...months.map((month) => finalFrom(month).getTime()))))
  await bring(past, told, [
    { what: 'mapping', stream: Readable.from([Buffer.from(loginsOf(people))]) },
    { what: 'figures', stream: Readable.from(usageReports(told)) },
  ])
  await bring(past, told, [
    { what: 'source', text: 'delivery platform' },
    { what: 'figures', stream: Readable.from([Buffer.from(deliveryOf(people, months, told.seed))]) },
  ])
  await bring(past, told, [
    { what: 'source', text: 'invoices' },
    { what: 'figures', stream: Readable.from([Buffer.from(spendOf(months))]) },
  ])
  past.goTo(now)
}

async function bring({ context }: Past, { by }: Told, parts: Part[]) {
  async function* given() {
    yield* parts
  }
  const id = await importFigures(context, by, given())
  if (id === null) throw new Error("The sample's figures were not taken.")
  const { state, report } = await figuresImportById(context, id)
  if (state !== 'ready') throw new Error(`The sample's figures are ${state}: ${JSON.stringify(report)}`)
  await applyFigures(context, by, id)
}
