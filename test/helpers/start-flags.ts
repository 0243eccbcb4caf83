import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string }
}

/** How `npm start` runs Node: between `node` and the script. */
export const startFlags: string[] = scripts.start.split(' ').slice(1, -1)
