import type { Messages } from '#views/messages/catalogues.ts'

/**
 * A language nobody speaks: every text of a catalogue in brackets and 40 % longer, its dates in Finnish, so that what
 * comes from elsewhere shows.
 */
export const pseudo = ({ locale: _locale, number, list, ...texts }: Messages): Messages => ({
  ...longer(texts),
  locale: 'fi',
  number,
  list,
})

export function longer<Texts>(texts: Texts): Texts {
  if (typeof texts === 'string') return marked(texts) as Texts
  if (typeof texts === 'function')
    return ((...given: unknown[]) => longer((texts as (...given: unknown[]) => unknown)(...given))) as Texts
  if (Array.isArray(texts)) return texts.map((one) => longer<unknown>(one)) as Texts
  if (typeof texts !== 'object' || texts === null) return texts
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, longer(value)])) as Texts
}

/** In words, so that lines break where those of a real language would. */
function marked(text: string): string {
  const more = Math.ceil(0.4 * text.length)
  return `⟦${text}${' länger'.repeat(more).slice(0, more)}⟧`
}

/** What a page says outside the brackets, each once. */
export function unmarked(html: string): string[] {
  const body = html.replace(/<(script|style)\b.*?<\/\1>/gs, '')
  const texts = [...body.matchAll(/>([^<]+)</g)].map(([, text]) => text!)
  const spoken = [...body.matchAll(/ (?:aria-label|title|placeholder|alt)="([^"]+)"/g)].map(
    ([, text]) => text!,
  )
  return [...new Set([...texts, ...spoken].map(outside))].filter((text) => /\p{L}/u.test(text))
}

/** What of a text stands outside the brackets. */
export function outside(text: string): string {
  let rest = text
  for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/g, '')]
  return rest.trim()
}

/** Every text in something that people wrote, as a pattern. */
export function patternsOf(written: unknown): string[] {
  if (typeof written === 'string') return [written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]
  return typeof written === 'object' && written ? Object.values(written).flatMap(patternsOf) : []
}
