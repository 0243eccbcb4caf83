import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dateOf, dayOf } from '#views/speech.ts'
import type { Messages } from '#views/messages/catalogues.ts'
import type { Told } from '#views/retro/board/props.ts'
import { RecordPage } from '#views/retro/board/record.tsx'
import type { Context } from '../../context.ts'
import { readingOf } from '../../results/results.ts'
import { Refusal } from '../../refusal.ts'
import { theOrganisation } from '../../settings/settings.ts'
import type { BoardProps } from './props.ts'
import { asMarkdown } from './record.ts'
import { sightOf } from './sight.ts'
import { boardById, contentOf, type Board } from './boards.ts'
import { leads } from '../leading.ts'
import { type ById, members, signedIn } from '../../web/access-rules.ts'
import { sendFile } from '../../web/download.ts'

/** What a retro leaves: for the team once it has ended, and before that for whoever leads it. */
export function recordRoutes(app: FastifyInstance, context: Context, props: BoardProps) {
  const { read } = context.store

  app.get<ById>('/boards/:id/record', members, async (request, reply) => {
    const board = await readableBoard(request)
    return reply.page(RecordPage, {
      ...(await recordOf(board)),
      cardsKeptDays: (await theOrganisation(read)).cardsKeptDays,
      address: `${context.config.PUBLIC_URL}/boards/${board.id}/record`,
    })
  })

  app.get<ById>('/boards/:id/board.md', members, async (request, reply) => {
    const speech = await reply.speech()
    const { record: text, votes, decide, scale, checkIns, worth } = speech.t.board
    const record = await recordOf(await readableBoard(request))
    const markdown = asMarkdown(record, {
      text,
      votes,
      by: (owner, due) => decide.by(owner, dayOf(due, speech)),
      date: (at) => dateOf(at, speech),
      asked: { arrived: checkIns[record.sight.checkIn ?? 'energy'].question, worth: worth.question },
      told: (told) => toldIn(told, scale),
    })
    const name = ['retro', record.team, record.date.toISOString().slice(0, 10)]
    return sendFile(reply, 'text/markdown', name, 'md', markdown)
  })

  async function readableBoard(request: FastifyRequest<ById>): Promise<Board> {
    const board = await boardById(read, request.params.id)
    const { teams } = await readingOf(read, signedIn(request))
    const mayRead = board.stage === 'ended' && teams.has(board.teamId)
    if (!mayRead && !(await leads(read, request.viewer, board.teamId))) throw new Refusal('notAllowed')
    return board
  }

  async function recordOf({ id, teamId, startedAt, cleared }: Board) {
    return {
      team: await props.teamName(teamId),
      date: startedAt,
      sight: sightOf(await contentOf(read, id)),
      actions: await props.actionsOf(id),
      cleared,
    }
  }
}

function toldIn(told: Told, scale: Messages['board']['scale']): string {
  if (told.shown === 'none') return scale.notShown
  if (told.shown === 'exact') return scale.exact(told.histogram)
  return scale.range(told.n, scale.bands[told.band as keyof typeof scale.bands])
}
