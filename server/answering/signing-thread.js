// A thread does not inherit the loader that lets its parent import TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./signing-worker.ts')
