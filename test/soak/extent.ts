/** `npm run soak` takes everything long; `npm test` takes a short form of each. */
export const soaking = process.env['SOAK'] !== undefined

export const extent = (short: number, long: number): number => (soaking ? long : short)
