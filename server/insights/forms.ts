import { z } from 'zod'
import { line, whole } from '../web/form.ts'

/** What an overview's address may ask for; what is not understood is left at what the page proposes. */
export const overviewQuery = z.object({
  months: whole(6, 36, 'invalid').catch(12),
  measure: z.string().max(60).nullable().catch(null).default(null),
  round: z.string().max(60).nullable().catch(null).default(null),
  /** Key of the question whose row is open. */
  open: z.string().max(90).nullable().catch(null).default(null),
})

export const heatmapQuery = z.object({
  show: z.enum(['now', 'change']).catch('now').default('now'),
  round: z.string().max(60).nullable().catch(null).default(null),
  sort: z.string().max(90).nullable().catch(null).default(null),
  page: whole(1, 10_000, 'invalid').catch(1),
})

export const groupQuery = z.object({ group: z.string().max(400).optional().catch(undefined) })

export const acknowledgementForm = z.object({
  round: z.string('required').max(60),
  signal: z.string('required').max(120),
  note: line(400),
})

/** What happened in one of the months that charts can show. */
export const annotationForm = (months: string[]) =>
  z.object({ month: z.enum(months, 'month'), text: line(80) })
