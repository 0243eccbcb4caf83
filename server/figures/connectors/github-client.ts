import { githubClient, type GithubClient } from '../../outside/outside.ts'
import { tooWide, type Connection } from './connection.ts'

export const clientOf = (connection: Connection): GithubClient =>
  githubClient({ ...connection, address: connection.settings.address })

/** Scopes of a classic token that read and no more. A fine-grained one has none. */
const reads = new Set(['manage_billing:copilot', 'read:org', 'read:enterprise', 'read:user', 'read:project'])

export function refuseTooWide(headers: Record<string, string | number | undefined>): void {
  const scopes = String(headers['x-oauth-scopes'] ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '')
  if (scopes.some((scope) => !reads.has(scope))) throw tooWide()
}
