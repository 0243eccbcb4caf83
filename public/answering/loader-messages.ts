import type { Language } from '#server/storage/schema/questions.ts'
import { loaderEn, type LoaderMessages } from './loader-messages.en.ts'

const catalogues: Record<Language, LoaderMessages> = { en: loaderEn }

export const loaderMessages = catalogues[document.documentElement.lang as Language] ?? loaderEn
