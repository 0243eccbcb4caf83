import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { makeSample, type Extent, type Step } from './sample.ts'

/** The making of a sample company beside everything else this process does. */
export class Making {
  /** What its maker's browser is known by afterwards; nobody else is signed in. */
  readonly mark = randomBytes(32).toString('base64url')
  state: 'under way' | 'ready' | 'failed' = 'under way'
  step: Step = { work: 'founding', round: '', done: 0, total: 0 }

  constructor(context: Context, options: Extent & { timeZone: string }) {
    void this.#make(context, options).catch((error: Error) => {
      context.log.error('The sample company could not be made', { error })
      this.state = 'failed'
    })
  }

  async #make(context: Context, options: Extent & { timeZone: string }) {
    await makeSample(context, {
      ...options,
      now: context.clock.now(),
      progress: (step) => (this.step = step),
    })
    this.state = 'ready'
  }
}
