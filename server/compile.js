// node server/compile.js [NAME=FILE ...]: compiles the server, its threads and its commands into build/, and what is
// named besides. Run from the sources, a loader would take as much memory as everything else.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const outdir = fileURLToPath(new URL('../build', import.meta.url))

const entryPoints = {
  main: 'server/main.ts',
  link: 'server/commands/link.ts',
  sample: 'server/commands/sample.ts',
  backup: 'server/commands/backup.ts',
  doctor: 'server/commands/doctor.ts',
  // Found beside what starts them, under the names they have in the sources.
  'tally-thread': 'server/publishing/tally-worker.ts',
  'signing-thread': 'server/answering/signing-thread.js',
  ...Object.fromEntries(process.argv.slice(2).map((asked) => asked.split('='))),
}

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints,
  outdir,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  write: false,
})

await mkdir(outdir, { recursive: true })
await Promise.all(outputFiles.map(replace))

/** Whole or not at all, and only where something changed: another command may be reading it. */
async function replace({ path, contents }) {
  const present = await readFile(path).catch(() => null)
  if (present?.equals(contents)) return
  const draft = `${path}.${process.pid}`
  await writeFile(draft, contents)
  await rename(draft, path)
}
