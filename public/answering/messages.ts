import type { Language } from '#server/storage/schema/questions.ts'
import { en, type Messages } from './messages.en.ts'

const catalogues: Record<Language, Messages> = { en }

const asked = document.documentElement.lang as Language

/** The language of the page; a question in it is one of its texts. */
export const language: Language = asked in catalogues ? asked : 'en'
export const messages = catalogues[language]
