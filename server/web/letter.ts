import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { LetterProps } from '#views/post/parts.tsx'
import type { Context, Letter } from '../context.ts'
import { logoOf, theOrganisation } from '../settings/settings.ts'
import { speechOf } from './speech.ts'

/** A letter's view gives its subject and its text as well as its HTML, so that the three cannot drift apart. */
export interface WrittenLetter<P> {
  subject(props: P): string
  text(props: P): string
  html: ComponentType<P>
}

/** In the organisation's name, colour and time zone, and with its logo. */
export async function writeLetter<P extends LetterProps>(
  context: Context,
  to: string,
  letter: WrittenLetter<P>,
  about: Omit<P, keyof LetterProps> & Partial<LetterProps>,
): Promise<Letter> {
  const organisation = await theOrganisation(context.store.read)
  const logo = await logoOf(context.store.read)
  const speech = speechOf(context, organisation)
  const { name, accent } = organisation
  const props = { speech, organisation: name, accent, logo: logo !== null, ...about } as P
  const html = `<!doctype html>${renderToString(h(letter.html as ComponentType, props as object))}`
  return {
    to,
    from: speech.t.post.from(name),
    subject: letter.subject(props),
    text: letter.text(props),
    html,
    ...(logo && { logo }),
  }
}
