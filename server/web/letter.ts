import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Letter } from '../context.ts'

/** A letter's view gives its subject and its text as well as its HTML, so that the three cannot drift apart. */
export interface WrittenLetter<P> {
  subject(props: P): string
  text(props: P): string
  html: ComponentType<P>
}

export function writeLetter<P extends object>(to: string, letter: WrittenLetter<P>, props: P): Letter {
  const html = `<!doctype html>${renderToString(h(letter.html as ComponentType, props))}`
  return { to, subject: letter.subject(props), text: letter.text(props), html }
}
