import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  difference,
  type CurrentPerson,
  type CurrentRoster,
  type Difference,
  type TeamRef,
} from '#server/people/difference.ts'
import { pathKey, pathText } from '#server/people/paths.ts'
import type { RosterPerson } from '#server/storage/schema/roster-imports.ts'

const levels = (path: string) => path.split(' / ')
const texts = (teams: { path: string[] }[]) => teams.map(({ path }) => pathText(path))

/** A person of the file, from what is remarkable about them. */
function inFile(
  email: string,
  team: string,
  rest: Partial<Omit<RosterPerson, 'manages' | 'facilitates'>> & Led = {},
): RosterPerson {
  const { manages = [], facilitates = [], ...others } = rest
  return {
    line: 2,
    email,
    name: null,
    team: levels(team),
    roles: ['member'],
    answers: true,
    ...others,
    manages: manages.map(levels),
    facilitates: facilitates.map(levels),
  }
}

interface Led {
  manages?: string[]
  facilitates?: string[]
}

const admin = inFile('admin@x.org', 'Office', { roles: ['administrator'] })
const crowd = (names: string, team: string) => names.split(' ').map((name) => inFile(name, team))

const nobody: CurrentRoster = { teams: [], aliases: [], people: [] }
/** The roster as it stands once these people were imported. */
const stored = (...people: RosterPerson[]) => applied(nobody, difference(nobody, people))

/** What a database would hold afterwards. */
function applied(current: CurrentRoster, change: Difference): CurrentRoster {
  const made = new Map(
    change.teamsMade.map(({ path }) => [pathKey(path), `team:${current.teams.length}:${pathText(path)}`]),
  )
  const idOf = ({ id, path }: TeamRef) => id ?? made.get(pathKey(path))!
  const renamed = new Map(change.teamsRenamed.map((rename) => [rename.teamId, rename]))
  const kept = current.teams.map((team) => {
    const rename = renamed.get(team.id)
    return rename
      ? { id: team.id, name: rename.to.at(-1)!, parentId: rename.parent && idOf(rename.parent) }
      : team
  })
  const added = change.teamsMade.map(({ path, parent }) => ({
    id: made.get(pathKey(path))!,
    name: path.at(-1)!,
    parentId: parent && idOf(parent),
  }))
  return {
    teams: [...kept, ...added],
    aliases: [
      ...current.aliases,
      ...change.teamsRenamed.map(({ from, teamId }) => ({ path: pathKey(from), teamId })),
    ],
    people: peopleAfter(current, change, idOf),
  }
}

/** By the single changes alone, so that they must be all there are. */
function peopleAfter(
  current: CurrentRoster,
  change: Difference,
  idOf: (team: TeamRef) => string,
): CurrentPerson[] {
  const people = new Map(current.people.map((person) => [person.id, { ...person }]))
  const duties = ({ administrator, manages, facilitates }: Difference['dutyChanges'][number]['after']) => ({
    administrator,
    manages: manages.map(idOf),
    facilitates: facilitates.map(idOf),
  })
  for (const { id } of change.leaves) people.delete(id)
  for (const { personId, to } of change.moves) people.get(personId)!.teamId = idOf(to)
  for (const { personId, after } of change.profileChanges) Object.assign(people.get(personId)!, after)
  for (const { personId, after } of change.dutyChanges) Object.assign(people.get(personId)!, duties(after))
  for (const { person, team, duties: joining } of change.joins) {
    const { email, name, answers } = person
    people.set(`person:${email}`, {
      id: `person:${email}`,
      email,
      name,
      answers,
      teamId: idOf(team),
      ...duties(joining),
    })
  }
  return [...people.values()]
}

/** A roster as the next file would have to say it. */
function asFile({ teams, people }: CurrentRoster): RosterPerson[] {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const pathOf = (id: string | null): string[] => {
    const team = byId.get(id ?? '')
    return team ? [...pathOf(team.parentId), team.name] : []
  }
  return people.map(({ email, name, answers, administrator, teamId, manages, facilitates }) => ({
    line: 2,
    email,
    name,
    answers,
    team: pathOf(teamId),
    roles: administrator ? ['administrator'] : ['member'],
    manages: manages.map(pathOf),
    facilitates: facilitates.map(pathOf),
  }))
}

/** Only what can be told apart: no spelling, no order. */
function comparable(people: RosterPerson[]) {
  const keys = (paths: string[][]) => [...new Set(paths.map(pathKey))].toSorted()
  return people
    .map(({ email, name, answers, team, roles, manages, facilitates }) => ({
      email,
      name,
      answers,
      team: pathKey(team),
      administrator: roles.includes('administrator'),
      manages: keys(manages),
      facilitates: keys(facilitates),
    }))
    .toSorted((one, other) => (one.email < other.email ? -1 : 1))
}

function counts({ placements: _, renamesOffered: __, ...changes }: Difference) {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([, all]) => all.length > 0)
      .map(([kind, all]) => [kind, all.length]),
  )
}

const idOfTeam = (roster: CurrentRoster, name: string) => roster.teams.find((team) => team.name === name)!.id

describe('people', () => {
  it('join where their address is new, and every one of the file is placed', () => {
    const current = stored(admin, inFile('a', 'Web'))
    const change = difference(current, [admin, inFile('a', 'Web'), inFile('b', 'Web', { name: 'Bea' })])
    expect(counts(change)).toEqual({ joins: 1 })
    expect(change.joins[0]).toMatchObject({
      personId: null,
      person: { email: 'b', name: 'Bea' },
      team: { path: ['Web'] },
    })
    expect(change.placements.map(({ personId }) => personId)).toEqual([
      'person:admin@x.org',
      'person:a',
      null,
    ])
  })

  it('leave where they are absent', () => {
    const change = difference(stored(admin, inFile('a', 'Web'), inFile('b', 'Web')), [
      admin,
      inFile('a', 'Web'),
    ])
    expect(counts(change)).toEqual({ leaves: 1 })
    expect(change.leaves[0]).toMatchObject({ email: 'b' })
  })

  it('who are administrators stay as they are where they are absent, their team not emptied', () => {
    expect(counts(difference(stored(admin, inFile('a', 'Web')), [inFile('a', 'Web')]))).toEqual({})
  })

  it('move from path to path', () => {
    const current = stored(
      admin,
      inFile('a', 'R&D / Web'),
      inFile('b', 'R&D / Web'),
      inFile('c', 'R&D / Ops'),
    )
    const change = difference(current, [
      admin,
      inFile('a', 'R&D / Ops'),
      inFile('b', 'R&D / Web'),
      inFile('c', 'R&D / Ops'),
    ])
    expect(counts(change)).toEqual({ moves: 1 })
    expect(change.moves[0]).toEqual({
      personId: 'person:a',
      email: 'a',
      from: { id: idOfTeam(current, 'Web'), path: ['R&D', 'Web'] },
      to: { id: idOfTeam(current, 'Ops'), path: ['R&D', 'Ops'] },
    })
  })

  it('do not move when only the spelling of their team changes', () => {
    expect(
      counts(difference(stored(admin, inFile('a', 'R&D / Web')), [admin, inFile('a', 'r&d / WEB')])),
    ).toEqual({})
  })

  it('who are administrators without a team are given one', () => {
    const setUp = {
      ...stored(admin),
      teams: [],
      people: stored(admin).people.map((person) => ({ ...person, teamId: null })),
    }
    const change = difference(setUp, [admin])
    expect(change.moves).toMatchObject([{ from: null, to: { id: null, path: ['Office'] } }])
    expect(texts(change.teamsMade)).toEqual(['Office'])
  })

  it('change their name and whether they answer', () => {
    const current = stored(admin, inFile('a', 'Web', { name: 'Ada' }))
    const change = difference(current, [admin, inFile('a', 'Web', { name: 'Ada L.', answers: false })])
    expect(counts(change)).toEqual({ profileChanges: 1 })
    expect(change.profileChanges[0]).toMatchObject({
      before: { name: 'Ada', answers: true },
      after: { name: 'Ada L.', answers: false },
    })
  })

  it('change their roles, told before and after', () => {
    const current = stored(admin, inFile('a', 'R&D / Web', { manages: ['R&D'] }), inFile('b', 'R&D / Ops'))
    const next = inFile('a', 'R&D / Web', {
      manages: ['R&D / Ops'],
      facilitates: ['R&D'],
      roles: ['administrator'],
    })
    const change = difference(current, [admin, next, inFile('b', 'R&D / Ops')])
    expect(counts(change)).toEqual({ dutyChanges: 1 })
    const [rd, ops] = [
      { id: idOfTeam(current, 'R&D'), path: ['R&D'] },
      { id: idOfTeam(current, 'Ops'), path: ['R&D', 'Ops'] },
    ]
    expect(change.dutyChanges[0]).toMatchObject({
      before: { administrator: false, manages: [rd], facilitates: [] },
      after: { administrator: true, manages: [ops], facilitates: [rd] },
    })
  })

  it('must leave the organisation an administrator', () => {
    const current = stored(admin, inFile('a', 'Web'))
    expect(difference(current, crowd('admin@x.org a', 'Office')).faults).toEqual(['noAdministrator'])
    expect(difference(nobody, crowd('a b', 'Web')).faults).toEqual(['noAdministrator'])
    expect(difference(current, crowd('a', 'Office')).faults).toEqual([])
  })
})

describe('teams', () => {
  it('are made at every level that is new, those above before those below', () => {
    const change = difference(stored(admin, inFile('a', 'R&D')), [
      admin,
      inFile('a', 'R&D'),
      inFile('b', 'R&D / Web / Shop'),
    ])
    expect(change.teamsMade).toEqual([
      { path: ['R&D', 'Web'], parent: { id: expect.any(String), path: ['R&D'] } },
      { path: ['R&D', 'Web', 'Shop'], parent: { id: null, path: ['R&D', 'Web'] } },
    ])
    expect(change.joins[0]?.team).toEqual({ id: null, path: ['R&D', 'Web', 'Shop'] })
  })

  it('are emptied when nobody is left in them or below', () => {
    const current = stored(
      admin,
      inFile('a', 'R&D / Web / Shop'),
      inFile('b', 'R&D / Ops'),
      inFile('c', 'Sales'),
    )
    const change = difference(current, [admin, ...crowd('a b', 'R&D / Ops')])
    expect(texts(change.teamsEmptied)).toEqual(['R&D / Web', 'R&D / Web / Shop', 'Sales'])
  })

  it('that were empty before are not emptied again', () => {
    const current = stored(admin, inFile('a', 'Web'))
    const next = [admin, inFile('a', 'Ops')]
    expect(counts(difference(applied(current, difference(current, next)), next))).toEqual({})
  })

  it('are found where they used to be, with the teams below them', () => {
    const roster = stored(admin, inFile('a', 'R&D / Billing / Core'))
    const current = { ...roster, aliases: [{ path: 'r&d / payments', teamId: idOfTeam(roster, 'Billing') }] }
    const change = difference(current, [
      admin,
      inFile('a', 'R&D / Payments / Core'),
      inFile('b', 'R&D / Payments / New'),
    ])
    expect(counts(change)).toEqual({ joins: 1, teamsMade: 1 })
    expect(texts(change.teamsMade)).toEqual(['R&D / Billing / New'])
  })

  it('of today come before those that used to be there', () => {
    const roster = stored(admin, inFile('a', 'Web'), inFile('b', 'Shop'))
    const current = { ...roster, aliases: [{ path: 'web', teamId: idOfTeam(roster, 'Shop') }] }
    expect(counts(difference(current, asFile(roster)))).toEqual({})
  })

  it('that used to be elsewhere do not bring their old parents back', () => {
    const roster = stored(admin, inFile('a', 'R&D / Web'))
    const current = { ...roster, aliases: [{ path: 'old / web', teamId: idOfTeam(roster, 'Web') }] }
    expect(counts(difference(current, [admin, inFile('a', 'Old / Web')]))).toEqual({})
  })
})

describe('a rename', () => {
  const current = stored(
    admin,
    ...crowd('a b', 'R&D / Web'),
    ...crowd('c', 'R&D / Web / Shop'),
    ...crowd('d', 'R&D / Ops'),
  )
  const web = idOfTeam(current, 'Web')
  const moved = [
    admin,
    ...crowd('a b', 'R&D / Front'),
    ...crowd('c', 'R&D / Front / Shop'),
    ...crowd('d', 'R&D / Ops'),
  ]

  it('is offered when the path is gone and its people are together under a new one', () => {
    expect(difference(current, moved).renamesOffered.filter(({ comesWith }) => comesWith === null)).toEqual([
      { teamId: web, from: ['R&D', 'Web'], to: ['R&D', 'Front'], people: 3, of: 3, comesWith: null },
    ])
  })

  it('brings along the teams below, which are offered as coming with it', () => {
    expect(difference(current, moved).renamesOffered[1]).toMatchObject({
      from: ['R&D', 'Web', 'Shop'],
      comesWith: web,
    })
  })

  it('that is accepted moves nobody, makes no team and empties none', () => {
    const [offer] = difference(current, moved).renamesOffered
    const change = difference(current, moved, [offer!])
    expect(counts(change)).toEqual({ teamsRenamed: 1 })
    expect(change.teamsRenamed[0]).toEqual({
      teamId: web,
      from: ['R&D', 'Web'],
      to: ['R&D', 'Front'],
      parent: { id: idOfTeam(current, 'R&D'), path: ['R&D'] },
    })
    expect(change.placements[3]?.team).toEqual({
      id: idOfTeam(current, 'Shop'),
      path: ['R&D', 'Front', 'Shop'],
    })
  })

  it('that is not accepted is a new team, moves and an emptied team', () => {
    expect(counts(difference(current, moved))).toEqual({ moves: 3, teamsMade: 2, teamsEmptied: 2 })
  })

  it('may take a team to another parent, one that is yet to be made', () => {
    const next = [
      admin,
      ...crowd('a b', 'Product / Front'),
      ...crowd('c', 'Product / Front / Shop'),
      ...crowd('d', 'R&D / Ops'),
    ]
    const [offer] = difference(current, next).renamesOffered
    const change = difference(current, next, [offer!])
    expect(counts(change)).toEqual({ teamsMade: 1, teamsRenamed: 1 })
    expect(change.teamsRenamed[0]?.parent).toEqual({ id: null, path: ['Product'] })
  })

  it.each([
    [
      'half of the people or fewer go there',
      [...crowd('a', 'R&D / Front'), ...crowd('c', 'R&D / Front / Shop'), ...crowd('b', 'R&D / Back')],
      'R&D / Back',
    ],
    [
      'somebody stays on the old path',
      [...crowd('a b', 'R&D / Front'), ...crowd('c', 'R&D / Web / Shop')],
      'R&D / Front',
    ],
    ['the new path is a team already', crowd('a b c', 'R&D / Ops'), 'R&D / Ops'],
  ])('is not offered to a path when %s', (_, people, to) => {
    const offered = difference(current, [admin, ...people, ...crowd('d', 'R&D / Ops')]).renamesOffered
    expect(texts(offered.map(({ to: path }) => ({ path })))).not.toContain(to)
  })

  it('is not offered to either half of a team', () => {
    const pair = stored(admin, ...crowd('a b', 'Web'))
    expect(difference(pair, [admin, inFile('a', 'Front'), inFile('b', 'Back')]).renamesOffered).toEqual([])
  })

  it('counts those who left among the people of the team', () => {
    const next = [admin, ...crowd('a', 'R&D / Front'), ...crowd('d', 'R&D / Ops')]
    expect(difference(current, next).renamesOffered).toEqual([])
  })

  it('to one path is offered to the team with most people, or else to the first id', () => {
    const two = stored(admin, ...crowd('a', 'One'), ...crowd('b c', 'Two'), ...crowd('d e', 'Three'))
    const offered = difference(two, [admin, ...crowd('a b c d e', 'All')]).renamesOffered
    const first = [idOfTeam(two, 'Two'), idOfTeam(two, 'Three')].toSorted()[0]
    expect(offered).toMatchObject([{ teamId: first, people: 2 }])
  })

  it('that is not on offer is left out', () => {
    const change = difference(current, asFile(current), [
      { teamId: web, from: ['R&D', 'Web'], to: ['Anything'] },
    ])
    expect(counts(change)).toEqual({})
  })

  it('never puts a team below itself', () => {
    const roster = stored(admin, ...crowd('a b c', 'Old / Web'), ...crowd('d', 'Old / Ops'))
    const next = [admin, ...crowd('a b c', 'New / Web'), ...crowd('d', 'New / Ops / Night')]
    const offered = difference(roster, next).renamesOffered
    expect(texts(offered.map(({ from }) => ({ path: from })))).toContain('Old / Ops')
    const change = difference(roster, next, offered)
    expect(texts(change.teamsRenamed.map(({ from }) => ({ path: from })))).toEqual(['Old', 'Old / Web'])
    expect(texts(change.teamsMade)).toEqual(['New / Ops / Night'])
  })

  it('gives way where the rename of another brings a team to the same path', () => {
    const roster = stored(admin, ...crowd('a b', 'Web'), ...crowd('c', 'Old / Web'))
    const next = [admin, ...crowd('a b c', 'New / Web')]
    const offered = difference(roster, next).renamesOffered
    expect(texts(offered.map(({ from }) => ({ path: from })))).toEqual(['Web', 'Old'])
    const change = difference(roster, next, offered)
    expect(texts(change.teamsRenamed.map(({ from }) => ({ path: from })))).toEqual(['Old'])
    expect(counts(change)).toEqual({ moves: 2, teamsRenamed: 1, teamsEmptied: 1 })
  })

  it('of a team and of the one above it may turn them over', () => {
    const roster = stored(admin, ...crowd('a b c', 'A'), ...crowd('d', 'A / Sub'))
    const next = [admin, ...crowd('a b c', 'Top / A'), ...crowd('d', 'Top')]
    const change = difference(roster, next, difference(roster, next).renamesOffered)
    expect(change.teamsRenamed.map(({ from, to }) => [pathText(from), pathText(to)])).toEqual([
      ['A / Sub', 'Top'],
      ['A', 'Top / A'],
    ])
    expect(counts(difference(applied(roster, change), next))).toEqual({})
  })
})

describe('any difference', () => {
  it('of a roster with itself is empty', () => {
    fc.assert(
      fc.property(roster(), (people) => {
        const current = stored(admin, ...people)
        const change = difference(current, asFile(current))
        expect([counts(change), change.renamesOffered]).toEqual([{}, []])
      }),
    )
  })

  it('applied to the roster as it stands gives the next one, whichever renames were accepted', () => {
    fc.assert(
      fc.property(roster(), roster(), fc.infiniteStream(fc.boolean()), (before, after, accepts) => {
        const current = stored(admin, ...before)
        const next = [admin, ...after]
        const accepted = difference(current, next).renamesOffered.filter(() => accepts.next().value)
        const change = difference(current, next, accepted)
        const then = applied(current, change)
        const [inNext, absent] = partition(then.people, ({ email }) =>
          next.some((person) => person.email === email),
        )
        expect(comparable(asFile({ ...then, people: inNext }))).toEqual(comparable(next))
        expect(absent.every(({ administrator }) => administrator)).toBe(true)
        expect(current.people).toEqual(expect.arrayContaining(absent))
        expect(counts(difference(then, next))).toEqual({})
      }),
      { numRuns: 500 },
    )
  })

  it('applied where teams are found under former paths leaves nothing to apply', () => {
    fc.assert(
      fc.property(roster(), roster(), fc.array(fc.tuple(path(), fc.nat())), (before, after, former) => {
        const today = stored(admin, ...before)
        const aliases = former.map(([formerly, at]) => ({
          path: pathKey(formerly),
          teamId: today.teams[at % today.teams.length]!.id,
        }))
        const current = { ...today, aliases }
        const next = [admin, ...after]
        const accepted = difference(current, next).renamesOffered
        const then = applied(current, difference(current, next, accepted))
        expect(isTree(then)).toBe(true)
        expect(counts(difference(then, next))).toEqual({})
      }),
      { numRuns: 500 },
    )
  })

  it('may be one of 100,000 people in 8,000 teams that are all renamed at the top', () => {
    const people = (top: string) =>
      Array.from({ length: 100_000 }, (_, at) => inFile(`p${at}`, `${top} / ${at % 50} / Team ${at % 8000}`))
    const current = stored(admin, ...people('Engineering'))
    const next = [admin, ...people('Product')]
    const [offer] = difference(current, next).renamesOffered
    expect(counts(difference(current, next, [offer!]))).toEqual({ teamsRenamed: 1 })
  })
})

const partition = <T>(all: T[], isOne: (one: T) => boolean): [T[], T[]] => [
  all.filter(isOne),
  all.filter((one) => !isOne(one)),
]

function isTree({ teams }: CurrentRoster): boolean {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  return teams.every(({ id }) => {
    let above: string | null | undefined = id
    for (let steps = 0; above && steps <= teams.length; steps += 1) above = parents.get(above)
    return above === null
  })
}

/** Few names, so that paths meet, vanish and come back. */
function path(): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom('A', 'b', 'Cé', 'D'), { minLength: 1, maxLength: 3 })
}

function roster(): fc.Arbitrary<RosterPerson[]> {
  const person = fc.record({
    line: fc.constant(2),
    email: fc.constantFrom(...'abcdefghij'),
    name: fc.option(fc.constantFrom('Ada', 'Bea')),
    team: path(),
    roles: fc.constantFrom<RosterPerson['roles']>(['member'], ['administrator']),
    answers: fc.boolean(),
  })
  const people = fc.uniqueArray(person, { selector: ({ email }) => email, maxLength: 10 })
  const led = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 })
  return fc.tuple(people, led, led).map(([all, managed, facilitated]) => {
    const ledBy = (pairs: [number, number][], leader: number) =>
      pairs
        .filter(([by]) => by % all.length === leader)
        .map(([, team]) => all[team % all.length]!.team.slice(0, 1 + (team % 2)))
    return all.map((one, at) => ({
      ...one,
      manages: ledBy(managed, at),
      facilitates: ledBy(facilitated, at),
    }))
  })
}
