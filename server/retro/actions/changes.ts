import { eq } from 'drizzle-orm'
import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { tellTeamNext } from '../../rounds/rounds.ts'
import { theOrganisation } from '../../settings/settings.ts'
import { newId } from '../../storage/identifier.ts'
import type { Writes } from '../../storage/index.ts'
import { actions } from '../../storage/schema/actions.ts'
import { rounds } from '../../storage/schema/rounds.ts'
import { actionById, type Action } from './queries.ts'
import { mailingDay } from './days.ts'
import { leads } from '../leading.ts'

/** What is written of an action. */
export interface Wording {
  text: string
  /** Of the roster, to be reminded; or null, and a name. */
  ownerId: string | null
  ownerName: string | null
  /** A day, such as 2026-11-30. */
  due: string
  /** The question it should move. */
  questionId: string | null
}

export interface NewAction extends Wording {
  teamId: string
  boardId?: string | null
  /** The round the retro was about. */
  roundId?: string | null
}

/** Returns the action's id. Refuses with notAllowed whoever does not lead the team. */
export async function createAction(context: Context, viewer: Viewer, wanted: NewAction): Promise<string> {
  return context.store.write(async (tx) => {
    if (!(await leads(tx, viewer, wanted.teamId))) throw new Refusal('notAllowed')
    return addAction(tx, context, wanted)
  })
}

/** As part of a larger change, which knows who may. Refuses with notFound a round there is not. */
export async function addAction(tx: Writes, context: Context, wanted: NewAction): Promise<string> {
  if (wanted.roundId && !(await tx.$count(rounds, eq(rounds.id, wanted.roundId))))
    throw new Refusal('notFound')
  const id = newId()
  const madeAt = context.clock.now()
  const { timeZone } = await theOrganisation(tx)
  const remindedUntil = mailingDay(madeAt, timeZone)
  await tx.insert(actions).values({ ...wanted, id, state: 'open', madeAt, remindedUntil })
  await tell(tx, context, id)
  return id
}

/** Refuses with notFound, notAllowed or actionEnded: what people were asked about keeps its words. */
export async function changeAction(context: Context, viewer: Viewer, id: string, wording: Wording) {
  await change(context, id, async (tx, action) => {
    await refuseWhoDoesNotLead(tx, viewer, action)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    return wording
  })
}

/** From now on the next round asks whether it helped. Refuses with notFound, notAllowed or actionEnded. */
export async function completeAction(context: Context, viewer: Viewer, id: string) {
  await change(context, id, async (tx, action) => {
    if (action.ownerId !== viewer.id) await refuseWhoDoesNotLead(tx, viewer, action)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    return { state: 'done', endedAt: context.clock.now() }
  })
}

/** Refuses with notFound, notAllowed or actionEnded. */
export async function dropAction(context: Context, viewer: Viewer, id: string, reason: string) {
  await change(context, id, async (tx, action) => {
    await refuseWhoDoesNotLead(tx, viewer, action)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    return { state: 'dropped', reason, endedAt: context.clock.now() }
  })
}

/** Done again, it is asked about again. Refuses with notFound, notAllowed or actionOpen. */
export async function reopenAction(context: Context, viewer: Viewer, id: string) {
  await change(context, id, async (tx, action) => {
    await refuseWhoDoesNotLead(tx, viewer, action)
    if (action.state === 'open') throw new Refusal('actionOpen')
    return { state: 'open', reason: null, endedAt: null }
  })
}

/** As part of a larger change: what was closed where its issue is is done, and what was opened again there is open. */
export async function followIssue(
  tx: Writes,
  context: Context,
  id: string,
  issue: 'open' | 'done',
): Promise<void> {
  const { state } = await actionById(tx, id)
  if (state === issue || state === 'dropped') return
  const endedAt = issue === 'done' ? context.clock.now() : null
  await tx.update(actions).set({ state: issue, endedAt }).where(eq(actions.id, id))
  await tell(tx, context, id)
}

type Change = Partial<typeof actions.$inferInsert>

async function change(
  context: Context,
  id: string,
  decide: (tx: Writes, action: Action) => Promise<Change>,
): Promise<void> {
  await context.store.write(async (tx) => {
    const changed = await decide(tx, await actionById(tx, id))
    await tx.update(actions).set(changed).where(eq(actions.id, id))
    await tell(tx, context, id)
  })
}

async function refuseWhoDoesNotLead(tx: Writes, viewer: Viewer, { teamId }: Action) {
  if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
}

/** A round that is open goes on telling what it told when it opened. */
async function tell(tx: Writes, { clock }: Context, id: string) {
  const { teamId, text, state, reason } = await actionById(tx, id)
  await tellTeamNext(tx, { id, teamId, text, state, reason, since: clock.now() })
}
