import type { RoundHead } from './queries.ts'

/** A round as scripts are told of it. */
export const asJson = ({
  id,
  name,
  month,
  opensAt,
  closesAt,
  remindsAt,
  remindsAgainAt,
  threshold,
  state,
  fingerprint,
}: RoundHead) => ({
  id,
  name,
  month,
  opensAt,
  closesAt,
  remindsAt,
  remindsAgainAt,
  threshold,
  state,
  fingerprint,
})
