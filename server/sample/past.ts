import fastify from 'fastify'
import { answeringSteps } from '../answering/step-routes.ts'
import type { Context, Letter } from '../context.ts'
import { roundRoutes } from '../rounds/routes.ts'
import type { Transport } from './respondent.ts'

export type House = Pick<Context, 'config' | 'store' | 'keys' | 'log'>

/**
 * The same house at another time: its clock stands where it is put, and its letters stay here. Respondents reach it
 * by the routes that everybody uses; nothing listens.
 */
export class Past {
  readonly context: Context
  readonly transport: Transport
  #now: Date
  #letters: Letter[] = []

  constructor(house: House, now: Date) {
    this.#now = now
    const clock = { now: () => new Date(this.#now) }
    const post = {
      send: async (letter: Letter) => void this.#letters.push(letter),
      async forget() {},
      close() {},
    }
    this.context = { ...house, clock, post, wake() {} }
    const app = fastify()
    void app.register((steps) => answeringSteps(steps, this.context, async () => null))
    roundRoutes(app, this.context)
    this.transport = async (method, url, body) => {
      const response = await app.inject({ method, url, ...(body ? { payload: body } : {}) })
      return { status: response.statusCode, text: response.body }
    }
  }

  goTo(now: Date): void {
    this.#now = now
  }

  /** The tokens that were mailed since the last time, by address. */
  takeTokens(): Map<string, string> {
    const letters = this.#letters
    this.#letters = []
    const tokens = letters.flatMap(({ to, text }): [string, string][] => {
      const token = /\/answer#(\S+)/.exec(text)?.[1]
      return token ? [[to, token]] : []
    })
    return new Map(tokens)
  }
}
