import { newSignInLink } from '#server/access/access.ts'
import type { Context } from '#server/context.ts'
import { reminderLink } from '#server/people/people.ts'
import type { Visitor } from '../helpers/app.ts'
import { write } from '../helpers/boards.ts'
import type { Seeded } from './scale-company.ts'

/** Where nothing listens. */
const deadEnd = '127.0.0.1:1'
const cards = 60

/** One of each thing that has a page of its own, made as its manager and a device on the board would. Returns their ids. */
export async function makeThings({ ids }: Seeded, manager: Visitor, device: Visitor): Promise<Seeded['ids']> {
  const found = async (page: string, link: RegExp) => link.exec((await manager.get(page)).body)![1]!
  const { team, board } = ids as Record<'team' | 'board', string>
  const at = `/boards/${board}`

  await manager.post('/chat/hosts', { host: deadEnd, internal: 'yes' })
  await manager.postJson('/chat/channels', {
    kind: 'slack',
    name: 'Team',
    teamId: team,
    address: `http://${deadEnd}/`,
    events: ['opened', 'signal'],
  })
  await manager.postJson('/figures/connectors/claude-code', { token: 'token', address: `http://${deadEnd}` })
  await manager.post('/figures/measures', { name: 'Ideas', unit: 'count', better: 'higher', level: 'team' })
  const roster = await manager.postJson('/roster/imports', { roster: 'email,team\nx,' })
  const figures = await manager.request({
    method: 'POST',
    url: '/figures/imports',
    headers: { 'content-type': 'text/csv', accept: 'application/json' },
    payload: 'email,month,active\nperson0@example.com,2026-09,yes',
  })
  let card = ''
  for (let n = 0; n < cards; n++)
    card = await write({ id: board, code: '', at }, device, 'The review of what it wrote took longer')
  return {
    annotation: await found(`/overview/${team}`, /\/annotations\/([\w-]{22})"/),
    channel: await found('/chat', /\/chat\/channels\/([\w-]{22})\//),
    connector: 'claude-code',
    measure: await found('/figures/measures', /\/figures\/measures\/([\w-]+)"/),
    rosterImport: roster.json().id,
    figuresImport: figures.json().id,
    card,
  }
}

/** Links that are good for a while: made for each run. */
export async function linksOf(context: Context, { member, ids }: Seeded): Promise<Seeded['ids']> {
  return {
    signIn: lastOf((await newSignInLink(context, member))!),
    reminder: lastOf(await reminderLink(context, ids['person']!)),
  }
}

const lastOf = (url: string): string => url.split('/').at(-1)!
