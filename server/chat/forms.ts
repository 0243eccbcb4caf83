import { z } from 'zod'
import { teamReader, type TeamPaths } from '../people/people.ts'
import { channelEvents, channelKinds } from '../storage/schema/chat.ts'
import { line, list } from '../web/form.ts'
import type { Hosts } from '../outside/outside.ts'

/** A host as somebody types it, or any address there; with its port, where it is not the usual one. */
export const hostForm = z.object({
  host: line(300).transform((typed, context) => {
    const address = typed.includes('://') ? typed : `https://${typed}`
    const url = URL.canParse(address) ? new URL(address) : null
    if (url && /^https?:$/.test(url.protocol) && url.host !== '' && !/[*%]/.test(url.host)) return url.host
    context.addIssue('host')
    return z.NEVER
  }),
  internal: z
    .union([z.boolean(), z.literal('yes')])
    .optional()
    .transform((ticked) => ticked === true || ticked === 'yes'),
})

export function channelForm(paths: TeamPaths, hosts: Hosts) {
  const readTeam = teamReader(paths)
  return z
    .object({
      kind: z.enum(channelKinds, 'required'),
      name: line(60),
      address: address(hosts),
      teamId: z
        .string()
        .default('')
        .refine((written) => written === '' || readTeam(written) !== null, 'unknownTeam')
        .transform((written) => (written === '' ? null : readTeam(written))),
      events: list
        .pipe(z.array(z.enum(channelEvents)))
        .refine((chosen) => chosen.length > 0, 'nothingChosen')
        .transform((chosen) => [...new Set(chosen)]),
    })
    .refine(({ teamId, events }) => teamId !== null || !events.includes('signal'), {
      path: ['events'],
      message: 'signalWithoutTeam',
    })
}

/** In the clear only where the host is of the own network. */
const address = (hosts: Hosts) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(2000, 'tooLong')
    .transform((typed, context) => {
      const url = URL.canParse(typed) ? new URL(typed) : null
      if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
        context.addIssue('webAddress')
        return z.NEVER
      }
      const host = hosts.get(url.host)
      if (host && (url.protocol === 'https:' || host.internal)) return url
      context.addIssue(host ? 'webAddress' : 'hostNotAllowed')
      return z.NEVER
    })
