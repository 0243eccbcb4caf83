import { SignInLetter } from '#views/post/sign-in.tsx'
import type { Context, Letter } from '../context.ts'
import { organisationOf } from '../settings/settings.ts'
import { writeLetter } from '../web/letter.ts'
import { speechOf } from '../web/speech.ts'
import { newSignInLink, linkMinutes } from './sign-in-links.ts'

/** Null for an address nobody has: the row goes, no mail does. */
export async function signInLetter(
  context: Context,
  { addressee }: { addressee: string },
): Promise<Letter | null> {
  const link = await newSignInLink(context, addressee)
  const organisation = await organisationOf(context.store.read)
  if (!link || !organisation) return null
  return writeLetter(addressee, SignInLetter, {
    speech: speechOf(context, organisation),
    organisation: organisation.name,
    link,
    minutes: linkMinutes,
  })
}
