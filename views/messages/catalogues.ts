import { en } from './en/index.ts'

/** The compiler holds every other catalogue complete against this one. */
export type Messages = typeof en

/** Every language that pages and letters can be in: a folder for each, named by its BCP 47 tag. */
export const catalogues = { en } satisfies Record<string, Messages>

export type Language = keyof typeof catalogues

export type Catalogues = Record<Language, Messages>
