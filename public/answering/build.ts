import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const shared: BuildOptions = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  write: false,
}

const outputs: Record<string, BuildOptions> = {
  'answer.js': {
    entryPoints: [here('main.tsx')],
    format: 'esm',
    target: 'es2021',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  // Old syntax, so that an old browser understands what it is told about its age.
  'loader.js': { entryPoints: [here('loader.ts')], format: 'iife', target: 'es2017' },
  'answer.css': { entryPoints: [here('answer.css')], target: ['chrome94', 'firefox96', 'safari15.4'] },
}

/** The answering page's files by name: the same sources give the same bytes on every machine. */
export async function bundleAnswering(plugins: Plugin[] = []): Promise<Map<string, Uint8Array>> {
  const bundles = Object.entries(outputs).map(async ([name, options]) => {
    const { outputFiles } = await build({ ...shared, ...options, plugins })
    return [name, outputFiles![0]!.contents] as const
  })
  return new Map(await Promise.all(bundles))
}

export async function buildAnswering(): Promise<void> {
  await mkdir(here('../build'), { recursive: true })
  for (const [name, bytes] of await bundleAnswering()) await writeFile(here(`../build/${name}`), bytes)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAnswering()
