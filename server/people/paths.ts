/** Most names are plain, and a hundred thousand of them are quicker to look at than to normalise. */
const plain = /^[!-~]+(?: [!-~]+)*$/

/** A name as it is kept: Unicode NFC, trimmed, inner white space single. */
export function tidy(text: string): string {
  const trimmed = text.trim()
  return plain.test(trimmed)
    ? trimmed
    : trimmed
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
}

/** What two spellings of one team's name share. */
export const teamKey = (name: string): string => tidy(name).toLowerCase()

/** `Engineering / Platform` as its levels, the outermost first; empty levels fall out. */
export function readPath(text: string): string[] {
  return text
    .split('/')
    .map(tidy)
    .filter((name) => name !== '')
}

/** The path as a reader sees it: `Engineering / Platform`. */
export const pathText = (path: readonly string[]): string => path.join(' / ')

/** What two spellings of one path share, and what an alias is stored under: `engineering / platform`. */
export const pathKey = (path: readonly string[]): string => pathText(path.map(teamKey))
