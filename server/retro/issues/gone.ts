import { NotTaken } from '../../outside/outside.ts'

/** 410 for what was deleted, 404 for what never was or is not shown. */
export function unlessGone(error: unknown): null {
  if (error instanceof NotTaken && ['404', '410'].includes(error.reason)) return null
  throw error
}
