import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Messages } from './messages/catalogues.ts'
import { wordingOf, type Speech } from './speech.ts'

/** What every page knows besides its own props: the reader, how to speak to them, the clock. */
export interface Setting {
  speech: Speech
  organisation: string | null
  /** The organisation is a sample company: invented people and answers. */
  sample: boolean
  viewer: {
    name: string | null
    email: string
    administrator: boolean
    /** Ids of the teams led. */
    manages: string[]
    facilitates: string[]
  } | null
  path: string
  notice: keyof Messages['notices'] | null
  now: Date
  asset: (name: string) => string
}

export const Setting = createContext<Setting>(null as never)

export const useSetting = (): Setting => useContext(Setting)

export const useSpeech = (): Speech => useSetting().speech

export const useMessages = (): Messages => useSpeech().t

/** Reads what a questionnaire says. */
export const useWording = () => {
  const speech = useSpeech()
  return <Text>(text: { en: Text }): Text => wordingOf(text, speech)
}
