import { isSecureOrigin, type Config } from '../../config.ts'
import { orWell, well, wrong, type Finding } from './finding.ts'

/** The first that the program is tested with. */
const oldest = [20, 19] as const

/** A value of which no sense can be made stops the start, and this command too, with a sentence of its own. */
export function configuration({ PUBLIC_URL, NODE_ENV }: Config): Finding[] {
  const found: Finding[] = []
  if (!isSecureOrigin(PUBLIC_URL)) found.push(wrong('urlInsecure', { url: PUBLIC_URL }))
  if (NODE_ENV === 'development' && PUBLIC_URL.startsWith('https:')) found.push(wrong('development', {}))
  const { node } = process.versions
  const [major = 0, minor = 0] = node.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    found.push(wrong('nodeOld', { version: node }))
  return orWell(found, well('configured', { url: PUBLIC_URL }))
}
