import { RoundsPage } from '#views/rounds/rounds.tsx'
export const page = RoundsPage
