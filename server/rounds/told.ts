import type { Round } from './queries.ts'

/** A round as scripts are told of it. */
export const asJson = ({
  id,
  name,
  month,
  opensAt,
  closesAt,
  remindsAt,
  threshold,
  state,
  fingerprint,
}: Round) => ({
  id,
  name,
  month,
  opensAt,
  closesAt,
  remindsAt,
  threshold,
  state,
  fingerprint,
})
