import { z } from 'zod'

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
