// A thread does not inherit the loader that lets its parent import TypeScript. Tests, which start hundreds, hand it in compiled.
const compiled = process.env['TALLY_THREAD']
if (compiled) await import(compiled)
else {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./tally-worker.ts')
}
