import { eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { plainHeading } from '../files/headings.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads } from '../storage/index.ts'
import { delivery, measures } from '../storage/schema/figures.ts'
import type { Measure } from './measures.ts'
import { ownMeasures, registerOf } from './register.ts'

export type MeasureForm = Omit<Measure, 'id'> & { name: string }

/** What is wrong with a measure, by its field. */
export type MeasureFaults = { name?: 'nameTaken'; unit?: 'unitFixed' }

/** Refuses with notFound. */
export async function ownMeasureById(read: Reads, id: string): Promise<Measure & { name: string }> {
  const found = (await ownMeasures(read)).find((one) => one.id === id)
  if (!found) throw new Refusal('notFound')
  return found
}

/** What could not be told apart in a table, or would change the meaning of figures that are there. */
export async function measureFaults(
  read: Reads,
  form: MeasureForm,
  id: string | null,
): Promise<MeasureFaults> {
  const { all } = await registerOf(read)
  const named = (await registerOf(read)).named(form.name)?.measure
  const alike = all.some((one) => one.id !== id && plainHeading(one.name ?? '') === plainHeading(form.name))
  const before = all.find((one) => one.id === id)
  const isMeasured = id !== null && (await read.$count(delivery, eq(delivery.measure, id))) > 0
  return {
    ...((alike || (named !== undefined && named !== id)) && { name: 'nameTaken' as const }),
    ...(isMeasured && before?.unit !== form.unit && { unit: 'unitFixed' as const }),
  }
}

export async function addMeasure(context: Context, by: string, form: MeasureForm): Promise<void> {
  await context.store.write(async (tx) => {
    await tx.insert(measures).values({ ...form, id: newId() })
    await record(tx, context, by, 'measure changed', { measure: form.name })
  })
}

export async function changeMeasure(
  context: Context,
  by: string,
  id: string,
  form: MeasureForm,
): Promise<void> {
  await context.store.write(async (tx) => {
    await tx.update(measures).set(form).where(eq(measures.id, id))
    await record(tx, context, by, 'measure changed', { measure: form.name })
  })
}
