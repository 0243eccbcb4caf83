import { readFileSync } from 'node:fs'

export interface Step {
  /** COPY, RUN and so on. */
  does: string
  /** `--from=build` and the like. */
  flags: string[]
  what: string
}

/** The stages of the Dockerfile: what builds, and what is kept. */
export function stages(): [build: Step[], image: Step[]] {
  const lines = readFileSync('Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '')
  const found: Step[][] = []
  for (const step of lines.map(stepOf)) {
    if (step.does === 'FROM') found.push([])
    found.at(-1)!.push(step)
  }
  return found as [Step[], Step[]]
}

function stepOf(line: string): Step {
  const [does, ...words] = line.split(' ')
  const flags = words.filter((word, at) => word.startsWith('--') && words.slice(0, at).every(isFlag))
  return { does: does!, flags, what: words.slice(flags.length).join(' ') }
}

const isFlag = (word: string) => word.startsWith('--')

/** What is copied, and where to. */
export function copied({ what }: Step): { from: string[]; to: string } {
  const paths = what.split(' ')
  return { from: paths.slice(0, -1), to: paths.at(-1)! }
}

export const steps = (stage: Step[], does: string): Step[] => stage.filter((step) => step.does === does)

/** Only the exec form: a shell in between would keep signals from the server. */
export const commandOf = (stage: Step[], does: string): string[] => {
  const { what } = steps(stage, does)[0]!
  return JSON.parse(what.replace(/^CMD /, '')) as string[]
}

export function environmentOf(stage: Step[]): Record<string, string> {
  return Object.fromEntries(
    steps(stage, 'ENV').flatMap(({ what }) =>
      what.split(' ').map((set) => set.split('=') as [string, string]),
    ),
  )
}
