import { SignInLetter } from '#views/post/sign-in.tsx'
import type { Context, Letter } from '../context.ts'
import { writeLetter } from '../web/letter.ts'
import { newSignInLink, linkMinutes } from './sign-in-links.ts'

/** Null for an address nobody has: the row goes, no mail does. */
export async function signInLetter(
  context: Context,
  { addressee }: { addressee: string },
): Promise<Letter | null> {
  const link = await newSignInLink(context, addressee)
  if (!link) return null
  return writeLetter(context, addressee, SignInLetter, { link, minutes: linkMinutes })
}
