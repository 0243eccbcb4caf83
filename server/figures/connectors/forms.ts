import { z } from 'zod'
import { teamReader, type TeamPaths } from '../../people/people.ts'
import type { Hosts } from '../../outside/outside.ts'
import { vendors, type ConnectorSettings, type Vendor } from '../../storage/schema/connectors.ts'
import { services } from './services.ts'

export const vendorName = z.enum(vendors)

/** An organisation as GitHub names one. */
const organisation = z
  .string('organisation')
  .trim()
  .regex(/^[a-z\d](-?[a-z\d])*$/i, 'organisation')
  .max(39, 'organisation')

/** What cannot be part of a header is no token. */
const token = z
  .string()
  .trim()
  .max(1000, 'tooLong')
  .regex(/^[\x21-\x7e]*$/, 'invalid')
  .default('')

export function connectorForm(vendor: Vendor, paths: TeamPaths, hosts: Hosts) {
  const isDatabase = services[vendor].address === null
  return z.object({
    token,
    organisation:
      vendor === 'copilot'
        ? organisation
        : z
            .unknown()
            .optional()
            .transform(() => ''),
    address: (isDatabase ? databaseAddress : webAddress(vendor))(hosts),
    teams:
      vendor === 'github' || isDatabase
        ? teamsOf(paths, vendor === 'github' ? /^[\w.-]+\/[\w.-]+$/ : /^[^\p{Cc}]{1,100}$/u)
        : z
            .unknown()
            .optional()
            .transform((): ConnectorSettings['teams'] => []),
  })
}

const webAddress = (vendor: Vendor) => (hosts: Hosts) =>
  z
    .string()
    .trim()
    .max(300, 'tooLong')
    .default('')
    .transform((typed, context) => {
      const { address } = services[vendor]
      const url = URL.canParse(typed || address || '') ? new URL(typed || address || '') : null
      if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
        context.addIssue('webAddress')
        return z.NEVER
      }
      const isTheirs = address !== null && url.origin === new URL(address).origin
      const host = hosts.get(url.host)
      if (isTheirs || (host && (url.protocol === 'https:' || host.internal))) return url.href
      context.addIssue(host ? 'webAddress' : 'hostNotAllowed')
      return z.NEVER
    })

const databaseAddress = (hosts: Hosts) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(300, 'tooLong')
    .transform((typed, context) => {
      const url = URL.canParse(typed) ? new URL(typed) : null
      const isOne = url && /^(postgres(ql)?|mysql):$/.test(url.protocol) && url.username && !url.password
      if (!isOne || !/^\/[\w-]+$/.test(url.pathname) || url.search || url.hash || url.port === '') {
        context.addIssue('databaseAddress')
        return z.NEVER
      }
      if (hosts.has(url.host)) return url.href
      context.addIssue('hostNotAllowed')
      return z.NEVER
    })

/** Lines such as `acme/payments = Engineering / Payments`; each repository or project once. */
function teamsOf(paths: TeamPaths, known: RegExp) {
  const readTeam = teamReader(paths)
  return z
    .string('required')
    .max(20_000, 'tooLong')
    .transform((text, context) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      const read = lines.map((line) => {
        const [of = '', ...team] = line.split('=').map((part) => part.trim())
        return { of, team: team.join('=') }
      })
      const isWhole = read.every(({ of, team }) => known.test(of) && team !== '')
      const isOnce = new Set(read.map(({ of }) => of.toLowerCase())).size === read.length
      if (read.length === 0 || !isWhole || !isOnce) context.addIssue('ofTeams')
      else if (read.some(({ team }) => readTeam(team) === null)) context.addIssue('ofUnknownTeam')
      return read
    })
}
