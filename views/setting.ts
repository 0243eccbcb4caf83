import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Messages } from './messages/en.ts'

/** What every page knows besides its own props: the reader, the language, the clock. */
export interface Setting {
  t: Messages
  language: 'en'
  timeZone: string
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

export const useMessages = (): Messages => useSetting().t
