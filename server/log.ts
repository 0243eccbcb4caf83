import { pino, type DestinationStream } from 'pino'
import type { Config } from './config.ts'
import { framesOf } from './frames.ts'
import type { RefusalCode } from './refusal.ts'

/** All that a line may say beside its sentence: nothing in it was typed by anybody, and nothing names anybody. */
export interface Noted {
  /** By which somebody who saw an error page is helped. */
  request?: string
  /** Method and pattern of the route, as in `GET /rounds/:id`: never the address that was asked for. */
  route?: string
  refusal?: RefusalCode
  job?: string
  version?: string
  /** Told by its name, its code and where it happened; its message may quote what somebody typed. */
  error?: unknown
}

type Say = (sentence: string, noted?: Noted) => void

/** What goes wrong, and little else, for whoever runs the house: a JSON object a line. */
export interface Log {
  error: Say
  warn: Say
  info: Say
  debug: Say
  /** How many lines of level `error` there were. */
  readonly errors: number
}

export function openLog(
  level: Config['LOG_LEVEL'],
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const timestamp = () => `,"time":"${new Date().toISOString()}"`
  const lines = pino(
    { level, base: null, timestamp, formatters: { level: (label) => ({ level: label }) } },
    to,
  )
  let errors = 0
  const say =
    (at: 'error' | 'warn' | 'info' | 'debug'): Say =>
    (sentence, { error, ...noted } = {}) =>
      lines[at]({ ...noted, ...(error !== undefined && toldOf(error)) }, sentence)
  const sayError = say('error')
  return {
    error(sentence, noted) {
      errors++
      sayError(sentence, noted)
    },
    warn: say('warn'),
    info: say('info'),
    debug: say('debug'),
    get errors() {
      return errors
    },
  }
}

function toldOf(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code } = error as NodeJS.ErrnoException
  return { error: error.name, ...(code && { code }), frames: framesOf(error).map((frame) => frame.trim()) }
}
