// node server/compile.js [NAME=FILE ...]: compiles the server, its threads and its commands into build/, and what is
// named besides. Run from the sources, a loader would take as much memory as everything else.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const outdir = fileURLToPath(new URL('../build', import.meta.url))
/** Versions that stay: a server started from one of them may still run, and starts its threads from it. */
const kept = 5

const commands = {
  main: 'server/main.ts',
  link: 'server/commands/link.ts',
  sample: 'server/commands/sample.ts',
  backup: 'server/commands/backup.ts',
  doctor: 'server/commands/doctor.ts',
  ...Object.fromEntries(process.argv.slice(2).map((asked) => asked.split('='))),
}
/** Found beside what starts them, under the names they have in the sources. */
const threads = {
  'tally-thread': 'server/publishing/tally-worker.ts',
  'signing-thread': 'server/answering/signing-thread.js',
}

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: { ...commands, ...threads },
  outdir,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  write: false,
})

const version = versionOf(outputFiles)
await write(outputFiles)
for (const name of Object.keys(commands)) await pointTo(version, join(outdir, `${name}.js`))
await forgetOldVersions()

function versionOf(files) {
  const hash = createHash('sha256')
  for (const { path, contents } of files) hash.update(`${relative(outdir, path)}\n`).update(contents)
  return hash.digest('hex').slice(0, 16)
}

/** A directory for each version, there whole or not at all: nothing that runs finds anything changed under it. */
async function write(files) {
  const draft = join(outdir, `${version}.${process.pid}`)
  await mkdir(draft, { recursive: true })
  await Promise.all(
    files.map(({ path, contents }) => writeFile(join(draft, relative(outdir, path)), contents)),
  )
  await rename(draft, join(outdir, version)).catch(async (error) => {
    await rm(draft, { recursive: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

/** What is started next is this version. */
async function pointTo(version, path) {
  const pointer = `import './${version}/${basename(path)}'\n`
  const present = await readFile(path, 'utf8').catch(() => null)
  if (present === pointer) return
  await writeFile(`${path}.${process.pid}`, pointer)
  await rename(`${path}.${process.pid}`, path)
}

async function forgetOldVersions() {
  const names = (await readdir(outdir)).filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== version)
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join(outdir, name), at: (await stat(join(outdir, name))).mtimeMs })),
  )
  const old = aged.sort((a, b) => b.at - a.at).slice(kept)
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })))
}
