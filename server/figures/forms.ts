import { z } from 'zod'
import { betters, measureLevels, measureUnits } from '../storage/schema/figures.ts'
import { line } from '../web/form.ts'

export const sourceName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N} ._-]{0,40}$/u, 'sourceName')

export const importForm = z.object({
  source: sourceName.default(''),
  /** Applies at once what is faultless. */
  apply: z.enum(['yes', 'no']).default('no'),
})

export const monthForm = z.object({
  kind: z.enum(['adoption', 'delivery']),
  source: z.string('required').min(1, 'required').max(40),
  month: z.string('required').regex(/^\d{4}-\d{2}$/, 'month'),
})

export const measureForm = z.object({
  name: line(60),
  unit: z.enum(measureUnits),
  better: z.enum(betters),
  level: z.enum(measureLevels),
  retired: z
    .literal('yes')
    .optional()
    .transform((given) => given === 'yes'),
})
