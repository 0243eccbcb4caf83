import type { FastifyReply } from 'fastify'
import { catalogues, type Catalogues } from '#views/messages/catalogues.ts'
import type { Speech } from '#views/speech.ts'
import type { Refusal } from '../refusal.ts'

/**
 * How somebody is spoken to, for a request or an addressee. Only English is filled: where there is more, this is
 * where it is chosen.
 */
export function speechOf(
  spoken: { catalogues?: Catalogues },
  organisation: { timeZone: string } | null,
): Speech {
  const { en } = spoken.catalogues ?? catalogues
  return { language: 'en', t: en, timeZone: organisation?.timeZone ?? 'UTC' }
}

/** Why something was not done, as a page or a script is told. */
export async function told(reply: FastifyReply, { code, detail }: Refusal) {
  const { title, text } = (await reply.speech()).t.refusals[code]
  return { title, text: text(detail as never) }
}
