import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Context } from '#server/context.ts'
import { openKeys, rsaKey } from '#server/keys.ts'
import { questionBank } from '#server/questionnaire/questionnaire.ts'
import { newCode } from '#server/retro/board/code.ts'
import { beginOpening, createRound, plannedDefaults } from '#server/rounds/rounds.ts'
import { inBatches } from '#server/storage/batches.ts'
import { newId } from '#server/storage/identifier.ts'
import { actions } from '#server/storage/schema/actions.ts'
import { boards } from '#server/storage/schema/boards.ts'
import { leaderships, people } from '#server/storage/schema/people.ts'
import type { PublishedUnit } from '../helpers/published.ts'
import { gatherInRounds, gatherInTeams } from './scale-gathered.ts'
import { bringFigures, foundCompany, monthOf, personIn, publishMonth, type Company } from './company.ts'

const divisions = 100
const unitsEach = 20
const peopleEach = 9
const months = 60
/** So many are written as a close would; the others are copies of them. */
const written = 3
const boardsEach = 3
const actionsEach = 4

export interface Seeded {
  manager: string
  /** Of `team`, and who leads nothing. */
  member: string
  /** By what they are called in the table. */
  ids: Record<string, string>
}

/** 100 divisions of 20 teams and 18,000 people, one in ten teams pooled with another; 60 rounds and what goes with them. */
export async function seedScale(context: Context): Promise<Seeded> {
  const company = await foundCompany(context, divisions, unitsEach)
  const units = reportingUnits(company)
  for (let n = 0; n < written; n++) await publishMonth(context.store, units, n)
  await bringFigures(context.store, company, written)
  const file = join(context.config.DATA_DIR, 'safe-to-say.db')
  const latest = copyMonths(file)
  const { member, ...ids } = await populate(context, company)
  gatherInRounds(file)
  return {
    manager: company.manager.email,
    member,
    ids: { ...ids, latest, ...(await planRounds(context, company)) },
  }
}

/** In each division the second and the third team are too small to stand alone. */
const reportingUnits = ({ units }: Company): PublishedUnit[] =>
  units.flatMap(({ teamId, path }, n) => {
    const place = n % unitsEach
    if (place === 2) return []
    const teamIds = place === 1 ? [teamId, units[n + 1]!.teamId] : [teamId]
    return [{ teamIds, path, invited: peopleEach }]
  })

/** Every later month is one of the first again: the same answers, in a round of its own. Returns the last round's id. */
function copyMonths(file: string): string {
  const db = new Database(file)
  const copy = (table: string, where: string, is: string, changed: Record<string, string>) => {
    const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    const values = columns.map((name) => changed[name] ?? name).join()
    const into = `insert into ${table} (${columns.join()})`
    db.prepare(`${into} select ${values} from ${table} where ${where} = ?`).run(is)
  }
  const roundOf = (month: string) =>
    db.prepare('select id from rounds where month = ?').pluck().get(month) as string
  for (let n = written; n < months; n++)
    db.transaction(() => {
      const [from, to] = [monthOf(n % written), monthOf(n)]
      const [round, id, at] = [roundOf(from), `'${newId()}'`, String(Date.parse(`${to}-20`))]
      const month = `'${to}'`
      copy('rounds', 'id', round, { id, month, name: `'Round of ${to}'`, opens_at: at, closes_at: at })
      copy('round_units', 'round_id', round, { round_id: id, id: `id || '-${n}'` })
      copy('round_teams', 'round_id', round, { round_id: id, unit_id: `unit_id || '-${n}'` })
      for (const table of ['classes', 'codes', 'sums']) copy(table, 'round_id', round, { round_id: id })
      for (const table of ['figure_months', 'adoption_sums', 'delivery'])
        copy(table, 'month', from, { month })
    })()
  const latest = roundOf(monthOf(months - 1))
  db.close()
  return latest
}

/** People, who leads them, what their teams decided and the retros they held. */
async function populate({ store, clock }: Context, { divisions: above, units }: Company) {
  const all = units.map(({ teamId }, team) => ({
    teamId,
    members: Array.from({ length: peopleEach - 1 }, (_, n) =>
      personIn(teamId, units.length * (n + 1) + team),
    ),
  }))
  const now = clock.now()
  const led = all.flatMap(({ teamId, members }) =>
    (['manager', 'facilitator'] as const).map((role, n) => ({ personId: members[n]!.id, teamId, role })),
  )
  const held = all.flatMap(({ teamId }) =>
    Array.from({ length: boardsEach }, (_, n) => board(teamId, n === 0 ? 'write' : 'ended', now)),
  )
  const decided = all.flatMap(({ teamId, members }) =>
    Array.from({ length: actionsEach }, (_, n) =>
      action(teamId, members[n]!.id, n % 2 ? 'done' : 'open', now),
    ),
  )
  await store.write(async (tx) => {
    for (const some of inBatches(all.flatMap(({ members }) => members))) await tx.insert(people).values(some)
    for (const some of inBatches(led)) await tx.insert(leaderships).values(some)
    for (const some of inBatches(held)) await tx.insert(boards).values(some)
    for (const some of inBatches(decided)) await tx.insert(actions).values(some)
  })
  await gatherInTeams(
    store,
    units.map(({ teamId }) => teamId),
    monthOf(months - 1),
    now,
  )
  return {
    member: all[0]!.members.at(-1)!.email,
    organisation: 'organisation',
    division: above[0]!,
    team: units[0]!.teamId,
    pooled: units[1]!.teamId,
    person: all[0]!.members[0]!.id,
    board: held[0]!.id,
    code: held[0]!.code!,
    record: held[1]!.id,
    action: decided[0]!.id,
  }
}

const board = (
  teamId: string,
  stage: 'write' | 'ended',
  at: Date,
): typeof boards.$inferInsert & { id: string } => ({
  id: newId(),
  teamId,
  stage,
  columns: ['Went well', 'To change'],
  votesEach: 3,
  code: stage === 'ended' ? null : newCode(),
  locked: false,
  version: 1,
  startedAt: at,
  endedAt: stage === 'ended' ? at : null,
  cleared: false,
})

const action = (
  teamId: string,
  ownerId: string,
  state: 'open' | 'done',
  at: Date,
): typeof actions.$inferInsert => ({
  id: newId(),
  teamId,
  ownerId,
  text: 'Let the tests of the checkout run in parallel',
  due: '2030-01-31',
  questionId: 'ai-helped',
  state,
  madeAt: at,
  endedAt: state === 'done' ? at : null,
  remindedUntil: '2030-01-31',
})

/** One round that is open and one that is planned. */
async function planRounds(
  context: Context,
  { manager: { id } }: Company,
): Promise<{ open: string; scheduled: string }> {
  const [pem, bank] = [await rsaKey(), await questionBank(context.store.read)]
  const keys = openKeys(context.config.KEY_DIR, async () => pem)
  const plan = {
    ...plannedDefaults(context.clock.now(), 'UTC', bank, { turn: 1, quarterly: false }),
    name: 'Next',
  }
  const open = await createRound(context, id, plan)
  const scheduled = await createRound(context, id, plan)
  const { done } = await beginOpening({ ...context, keys }, id, open)
  await done
  return { open, scheduled }
}
