import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingOf } from '#server/results/results.ts'
import { viewerOf } from '#server/access/access.ts'
import { people } from '#server/storage/schema/people.ts'
import { classes, codes, sums, viewings } from '#server/storage/schema/publishing.ts'
import type { Code } from '#server/disclosure/exact-or-range.ts'
import type { Plaintext } from '#server/sample/respondent.ts'
import { everybodyAnswers } from '../helpers/answering.ts'
import type { TestApp } from '../helpers/app.ts'
import { closeRound, openCompany, openRound } from '../helpers/attacks.ts'
import { addresses, sessionsOf, teamIds, type Sessions } from '../helpers/pages.ts'

/** Risk is pooled with a neighbour; whoever looks is never only a member of what they look at. */
const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 7, 'Eng / Risk': 3, 'Ops / Support': 9 }
const leaders = [
  'lead@acme.example,Eng,Lead,manager,Eng,',
  'boss@acme.example,Ops / Support,Boss,manager,Eng / Payments,',
  'guide@acme.example,Ops / Support,Guide,facilitator,,Eng / Risk',
]
const roles = {
  member: 'ledger1@acme.example',
  lead: 'lead@acme.example',
  boss: 'boss@acme.example',
  guide: 'guide@acme.example',
}

let safe: TestApp
let rounds: string[]
let ids: Map<string, string>
let sessions: Sessions
let urls: string[]
beforeAll(async () => {
  const { safe: started, dana, id } = await openCompany(teams, leaders)
  safe = started
  rounds = [id]
  const said =
    (month: number) =>
    (address: string): Plaintext => {
      const n = Number(/(\d+)@/.exec(address)?.[1] ?? 1)
      const answers = {
        'ai-helped': 1 + ((n + month) % 5),
        stress: 1 + (n % 5),
        work: { tests: n % 3 ? ('helped' as const) : ('hurt' as const) },
      }
      return { answers, attributes: {}, remarks: [] }
    }
  await everybodyAnswers(safe, said(0))
  await closeRound(dana, id)
  safe.clock.advance(10 * 24 * 60 * 60 * 1000)
  safe.letters.length = 0
  rounds.push(await openRound(safe, dana, { name: 'Second' }))
  await everybodyAnswers(safe, said(1))
  await closeRound(dana, rounds[1]!)
  ids = await teamIds(safe)
  sessions = await sessionsOf(safe, roles)
  const all = [...ids.values()]
  const grouped = ['organisation', ...all]
  const parameters = { rounds, results: all, teams: all, overview: grouped, heatmap: grouped, gaps: grouped }
  const found = addresses(safe, parameters).filter(
    (url) => !/^\/(sign|setup|sample|join|answer|reminders)/.test(url),
  )
  urls = found.flatMap((url) => {
    if (/^\/overview\/|trends/.test(url)) return [url, `${url}?months=36`]
    return url.startsWith('/heatmap/') ? [url, `${url}?show=change`] : [url]
  })
})
afterAll(() => safe.stop())

const ask = async (session: string | undefined, url: string): Promise<string> => {
  const { body } = await safe.app.inject({
    method: 'GET',
    url,
    headers: { host: 'localhost:3000', cookie: `session=${session}` },
  })
  return body
}

async function answersTo(who: string, asked: string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const url of asked) {
    await forgetWhoLooked()
    answers.set(url, await ask(sessions[who], url))
  }
  return answers
}

async function forgetWhoLooked() {
  await safe.context.store.write(async (tx) => {
    await tx.delete(viewings)
  })
}

interface Kept {
  codes: (typeof codes.$inferSelect)[]
  sums: (typeof sums.$inferSelect)[]
}

/** Other figures for everything in one round that a team's people are counted in, but for the organisation's. */
async function alter(roundId: string, path: string): Promise<Kept> {
  const { store } = safe.context
  const teamId = ids.get(path)!
  const counted = (await store.read.select().from(classes).where(eq(classes.roundId, roundId))).filter(
    ({ cut, teams: inside }) => (cut === 'unit' || cut === 'area') && inside.includes(teamId),
  )
  const ofClasses = and(
    eq(codes.roundId, roundId),
    inArray(
      codes.classId,
      counted.map(({ id }) => id),
    ),
  )
  const ofTeams = and(eq(sums.roundId, roundId), inArray(sums.teamId, groupsAround(path)))
  const kept = {
    codes: await store.read.select().from(codes).where(ofClasses),
    sums: await store.read.select().from(sums).where(ofTeams),
  }
  const levels = (question: string) => (question.includes('.') ? 2 : 5)
  const other = (question: string): Code => ({
    shown: 'exact',
    n: 73,
    histogram: Array.from({ length: levels(question) }, (_, level) =>
      level === 0 ? 61 : 12 / (levels(question) - 1),
    ),
  })
  await restore({
    codes: kept.codes.map((row) => ({ ...row, code: other(row.question) })),
    sums: kept.sums.map(({ sum: { bands, ...sum }, ...row }) => {
      const moved = Object.fromEntries(
        Object.keys(bands).map((band, n): [string, [number, number]] => [band, [n + 20, n + 33]]),
      )
      const { histogram: _histogram, ...rest } = sum
      return { ...row, sum: { ...rest, n: 73, shown: Math.max(1, sum.shown), bands: moved } }
    }),
  })
  return kept
}

async function restore(rows: Kept) {
  await safe.context.store.write(async (tx) => {
    for (const { roundId, classId, question, code } of rows.codes)
      await tx
        .update(codes)
        .set({ code })
        .where(and(eq(codes.roundId, roundId), eq(codes.classId, classId), eq(codes.question, question)))
    for (const { roundId, teamId, question, sum } of rows.sums)
      await tx
        .update(sums)
        .set({ sum })
        .where(and(eq(sums.roundId, roundId), eq(sums.teamId, teamId), eq(sums.question, question)))
  })
}

/** The team and all above it. */
const groupsAround = (path: string): string[] =>
  [...ids].filter(([one]) => path === one || path.startsWith(`${one} / `)).map(([, id]) => id)

/** Whether somebody is named for a round to a team's people, by the team itself or by a group above it. */
async function namedFor(path: string, roundId: string): Promise<boolean> {
  const rows = await safe.context.store.read.select().from(viewings).where(eq(viewings.roundId, roundId))
  const around = groupsAround(path)
  return rows.some(({ teamId, below }) => teamId === ids.get(path) || (below && around.includes(teamId)))
}

test('whatever page or export shows a figure of a team is written down for that team, and for that month', async () => {
  const { store } = safe.context
  let figures = 0
  for (const [who, address] of Object.entries(roles)) {
    const [person] = await store.read.select().from(people).where(eq(people.email, address))
    const reading = await readingOf(store.read, (await viewerOf(safe.context, person!.id))!)
    const usual = await answersTo(who, urls)
    // Most pages show no figures at all, and are asked no further.
    const altered = []
    for (const roundId of rounds)
      for (const path of Object.keys(teams)) altered.push(await alter(roundId, path))
    const others = await answersTo(who, urls)
    for (const kept of altered.reverse()) await restore(kept)
    const telling = urls.filter((url) => others.get(url) !== usual.get(url))
    for (const roundId of rounds)
      for (const path of Object.keys(teams)) {
        const kept = await alter(roundId, path)
        for (const url of telling) {
          await forgetWhoLooked()
          if ((await ask(sessions[who], url)) === usual.get(url)) continue
          figures++
          // Whoever belongs to a group reads it as a member, with everybody else in it.
          if (groupsAround(path).some((id) => reading.role(id) === 'member')) continue
          const named = await namedFor(path, roundId)
          expect
            .soft([who, url, path, rounds.indexOf(roundId), named])
            .toEqual([who, url, path, rounds.indexOf(roundId), true])
        }
        await restore(kept)
      }
  }
  expect(figures).toBeGreaterThan(300)
})

test('who looks twice in a day is named once, and to the teams below with the group that was opened', async () => {
  await forgetWhoLooked()
  const eng = ids.get('Eng')!
  for (let n = 0; n < 3; n++) await ask(sessions['lead'], `/overview/${eng}`)
  const page = await ask(sessions['member'], `/rounds/${rounds[0]}/results/${ids.get('Eng / Ledger')}`)
  expect(page.match(/Lead \(manager\) opened those of Eng on/g)).toHaveLength(1)
  safe.clock.advance(24 * 60 * 60 * 1000)
  await ask(sessions['lead'], `/overview/${eng}`)
  const later = await ask(sessions['member'], `/rounds/${rounds[1]}/results/${ids.get('Eng / Ledger')}`)
  expect(later.match(/Lead \(manager\) opened those of Eng on/g)).toHaveLength(2)
})
