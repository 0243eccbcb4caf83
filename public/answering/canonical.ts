export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** Canonical JSON (RFC 8785): names sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name]!)}`)
  return `{${members.join(',')}}`
}
