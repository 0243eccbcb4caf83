import { readManifest, Respondent, type Plaintext } from '#server/sample/respondent.ts'
import { patientTransport } from './site.ts'

export const plaintext = (n: number): Plaintext => ({
  answers: { 'ai-helped': (n % 5) + 1, stress: (n % 3) + 1 },
  attributes: {},
  remarks: [],
})

/** Everybody answers, however often they have to ask. */
export class Crowd {
  /** Of acknowledged ballots. */
  readonly receipts: string[] = []
  readonly statuses = new Set<number>()
  readonly done: Promise<unknown>

  constructor(origin: string, round: string, tokens: string[], atOnce = 24) {
    const transport = patientTransport(origin, this.statuses)
    const manifest = readManifest(transport, round)
    const queue = tokens.entries()
    const one = async () => {
      for (const [n, token] of queue) {
        const respondent = await Respondent.open(transport, token, await manifest)
        this.receipts.push(await respondent.answer(plaintext(n)))
      }
    }
    this.done = Promise.all(Array.from({ length: atOnce }, one))
  }

  /** Resolves once so many have answered. */
  async reaches(count: number): Promise<void> {
    while (this.receipts.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
