import type { z } from 'zod'
import type { Findings } from './findings.ts'
import type { FigureFault } from '../../storage/schema/figure-imports.ts'

/** Parses one line or element and checks its shape; null, and a fault, where it is not what it should be. */
export function parsed<S extends z.ZodType>(
  schema: S,
  json: string,
  line: number,
  found: Findings,
): z.infer<S> | null {
  const value = asJson(json)
  if (value === undefined) return faulty(found, line, 'notJson')
  const result = schema.safeParse(value)
  if (result.success) return result.data
  // The field's name is the vendor's and may be told; what stood in it may be a person's.
  const field = String(result.error.issues[0]?.path[0] ?? '')
  return faulty(found, line, field === 'day' || field === 'date' ? 'dayInvalid' : 'fieldInvalid', field)
}

export function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function faulty(found: Findings, line: number, fault: FigureFault, value?: string): null {
  found.fault(line, fault, value)
  return null
}
