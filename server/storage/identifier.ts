import { randomBytes } from 'node:crypto'

/** 16 random bytes, base64url: an identifier that tells nothing of when or in which order it was made. */
export const newId = (): string => randomBytes(16).toString('base64url')
