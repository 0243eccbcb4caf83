import { z } from 'zod'

/** What WCAG 2.2 asks between a text and what it stands on. */
const legible = 4.5

/** A colour that white can be read on, as a form's field: "#1f5fa8". */
export const accent = z
  .string('accent')
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: 'accent', abort: true })
  .refine((colour) => contrastToWhite(colour) >= legible, 'accentTooLight')

/** By WCAG's formula, from 1 for white itself to 21 for black. */
function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16)))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
