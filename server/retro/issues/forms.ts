import { z } from 'zod'
import type { Hosts } from '../../outside/outside.ts'
import { trackerServices } from '../../storage/schema/issues.ts'
import { optionalLine } from '../../web/form.ts'
import { services } from './services.ts'

/** What cannot be part of a header is no token. */
const token = z
  .string()
  .trim()
  .max(1000, 'tooLong')
  .regex(/^[\x21-\x7e]*$/, 'invalid')
  .default('')

const projects = { github: /^[\w.-]+\/[\w.-]+$/, jira: /^[A-Z][A-Z0-9_]{1,30}$/ }

export const trackerForm = (hosts: Hosts) =>
  z
    .object({
      service: z.enum(trackerServices, 'invalid'),
      address: optionalLine(300),
      project: z.string('required').trim().min(1, 'required').max(140, 'tooLong'),
      user: optionalLine(254),
      token,
    })
    .transform(({ address: typed, ...form }, context) => {
      const { address: usual } = services[form.service]
      const written = typed || usual || ''
      const url = URL.canParse(written) ? new URL(written) : null
      const fault = url ? faultOf(url, usual, hosts) : 'webAddress'
      if (fault) context.addIssue({ code: 'custom', path: ['address'], message: fault })
      if (!projects[form.service].test(form.project))
        context.addIssue({ code: 'custom', path: ['project'], message: 'invalid' })
      return { ...form, address: url?.href ?? '' }
    })

/** Only where an administrator allowed it, or where the service itself is. */
function faultOf(url: URL, usual: string | null, hosts: Hosts): 'webAddress' | 'hostNotAllowed' | null {
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    return 'webAddress'
  if (usual !== null && url.origin === new URL(usual).origin) return null
  const host = hosts.get(url.host)
  if (!host) return 'hostNotAllowed'
  return url.protocol === 'https:' || host.internal ? null : 'webAddress'
}
