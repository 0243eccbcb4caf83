import type { LightMyRequestResponse } from 'fastify'
import { readManifest, Respondent, type Plaintext, type Transport } from '#server/sample/respondent.ts'
import type { TestApp } from './app.ts'

/** Requests into the application itself, without cookies. */
export const inProcess =
  (safe: TestApp): Transport =>
  async (method, path, body) => {
    const response: LightMyRequestResponse = await safe.app.inject({
      method,
      url: path,
      ...(body ? { payload: body } : {}),
    })
    return { status: response.statusCode, text: response.body }
  }

/** The tokens that were mailed for the newest round, by address. */
export function tokensByAddress(safe: TestApp): Map<string, string> {
  const mailed = safe.letters.flatMap(({ to, text }) => {
    const token = /\/answer#(\S+)/.exec(text)?.[1]
    return token ? [[to, token] as const] : []
  })
  return new Map(mailed)
}

export const answers = (rating: number): Plaintext['answers'] => ({
  'ai-helped': rating,
  'ai-trust': rating,
  stress: 6 - rating,
})

/** Everybody mailed answers; `plaintext` says what, null stays silent. Returns the receipts by address. */
export async function everybodyAnswers(
  safe: TestApp,
  plaintext: (address: string) => Plaintext | null,
): Promise<Map<string, string>> {
  const transport = inProcess(safe)
  const receipts = new Map<string, string>()
  let manifest: Awaited<ReturnType<typeof readManifest>> | undefined
  for (const [address, token] of tokensByAddress(safe)) {
    const given = plaintext(address)
    if (!given) continue
    const respondent = await Respondent.open(transport, token, manifest)
    manifest ??= await readManifest(transport, respondent.invitation.round)
    receipts.set(address, await respondent.answer(given))
  }
  return receipts
}
