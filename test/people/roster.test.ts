import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRoster, type Fault, type RosterSource } from '#server/people/roster.ts'
import type { RosterPerson } from '#server/storage/schema/roster-imports.ts'

const lines = (...text: string[]) => text.join('\n')
const peopleAndFaults = async (source: RosterSource) => {
  const { understood: _understood, ...read } = await readRoster(source)
  return read
}
const firstPerson = async (source: string | Buffer) => (await readRoster(source)).people[0]
const faultsOf = async (source: string | Buffer) => (await readRoster(source)).faults
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

async function faultOf(column: string, value: string): Promise<Fault[]> {
  const row = {
    email: 'max@example.com',
    team: 'Web',
    name: 'Max',
    role: 'member',
    manages: '',
    answers: 'yes',
  }
  const headings = Object.keys(row)
  const cells = Object.entries(row).map(([heading, usual]) => cell(heading === column ? value : usual))
  return faultsOf(lines(headings.join(), 'ada@example.com,Web,Ada,,,', cells.join()))
}

async function* inPieces(text: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size)
}

describe('a person of the file', () => {
  it('is read with everything the contract names', async () => {
    const roster = await peopleAndFaults(
      lines(
        'email,team,name,role,manages,facilitates,answers',
        'ada@example.com,Engineering / Platform,Ada Lovelace,manager;facilitator,Engineering,Engineering / Platform,no',
      ),
    )
    expect(roster).toEqual({
      people: [
        {
          line: 2,
          email: 'ada@example.com',
          name: 'Ada Lovelace',
          team: ['Engineering', 'Platform'],
          roles: ['manager', 'facilitator'],
          manages: [['Engineering']],
          facilitates: [['Engineering', 'Platform']],
          answers: false,
        },
      ],
      faults: [],
      faultCount: 0,
    })
  })

  it('is a member who answers and leads nothing where the file says no more', async () => {
    expect(await firstPerson(lines('email,team', 'ada@example.com,Web'))).toEqual({
      line: 2,
      email: 'ada@example.com',
      name: null,
      team: ['Web'],
      roles: ['member'],
      manages: [],
      facilitates: [],
      answers: true,
    })
  })

  it('has an address in lower case, without the spaces around it', async () => {
    expect(await firstPerson(lines('email,team', '"  Ada@Example.COM ",Web'))).toMatchObject({
      email: 'ada@example.com',
    })
  })

  it('has a path and a name without spare white space, in one Unicode form', async () => {
    const person = await firstPerson(
      lines(
        'email;team;name',
        'a@example.com; /Caf\u0065\u0301 /  Web \u00a0 Shop/ ;" Zo\u0065\u0308\n  K "',
      ),
    )
    expect(person).toMatchObject({ team: ['Caf\u00e9', 'Web Shop'], name: 'Zo\u00eb K' })
  })

  it.each(['yes', 'Y', 'TRUE', '1', ''])('answers when the file says "%s"', async (word) => {
    expect(await firstPerson(lines('email,team,answers', `a@example.com,Web,${word}`))).toMatchObject({
      answers: true,
    })
  })

  it.each(['no', 'N', 'False', '0'])('does not answer when the file says "%s"', async (word) => {
    expect(await firstPerson(lines('email,team,answers', `a@example.com,Web,${word}`))).toMatchObject({
      answers: false,
    })
  })

  it.each(['Manager; ADMIN', 'manager|administrator', '"manager, admin"'])(
    'has several roles from %s',
    async (cell) => {
      const person = await firstPerson(lines('email,team,role', `a@example.com,Web,${cell}`))
      expect(person).toMatchObject({ roles: ['manager', 'administrator'] })
    },
  )

  it('leads their own team by the role alone', async () => {
    const person = await firstPerson(lines('email,team,role', 'a@example.com,Web,manager;facilitator'))
    expect(person).toMatchObject({ manages: [['Web']], facilitates: [['Web']] })
  })

  it('has the role by leading a team', async () => {
    const person = await firstPerson(
      lines('email,team,manages,facilitates', 'a@example.com,A / B,A;a / b;A,A'),
    )
    expect(person).toMatchObject({
      roles: ['member', 'manager', 'facilitator'],
      manages: [['A'], ['A', 'B']],
      facilitates: [['A']],
    })
  })

  it('may lead a team that only a later line makes known', async () => {
    const roster = await peopleAndFaults(
      lines('email,team,manages', 'a@example.com,Web,Ops', 'b@example.com,Ops / Night,'),
    )
    expect(roster.people[0]?.manages).toEqual([['Ops']])
  })

  it('stands at the first spelling of each team', async () => {
    const { people } = await readRoster(
      lines(
        'email,team,manages',
        'a@example.com,Engineering / Web,',
        'b@example.com,ENGINEERING / ops,engineering / WEB',
      ),
    )
    expect(people[1]).toMatchObject({ team: ['Engineering', 'ops'], manages: [['Engineering', 'Web']] })
  })
})

describe('the header', () => {
  it.each([
    ['Work Email', 'Department', 'Full name', 'Roles'],
    ['E-mail', 'Team path', 'Display name', 'ROLE'],
    ['Email address', 'TEAM', 'Name', 'role'],
    ['work_email', 'Org unit', 'Employee name', 'Role(s)'],
  ])('is recognised as %s, %s, %s, %s', async (...headings) => {
    const person = await firstPerson(lines(headings.join(), 'a@example.com,Web,Ada,manager'))
    expect(person).toMatchObject({ email: 'a@example.com', team: ['Web'], name: 'Ada', roles: ['manager'] })
  })

  it('may stand in any order, below blank lines and among columns that are ignored', async () => {
    const person = await firstPerson(
      lines('', ' ', 'Hired,Team,Personal email,Email', '2020,Web,me@home.example,a@example.com'),
    )
    expect(person).toMatchObject({ line: 4, email: 'a@example.com', team: ['Web'] })
  })

  it('decides the delimiter, whatever stands inside its quotes', async () => {
    const person = await firstPerson(lines('"email";"team";"note, with, many, commas"', 'a@example.com;Web;'))
    expect(person).toMatchObject({ email: 'a@example.com', team: ['Web'] })
  })

  it('prefers the column called email and team to other spellings', async () => {
    const person = await firstPerson(lines('Mail,Department,Email,Team', 'x@example.com,X,a@example.com,Web'))
    expect(person).toMatchObject({ email: 'a@example.com', team: ['Web'] })
  })

  it('is at fault without an address and without a team, both at once', async () => {
    expect(await faultsOf(lines('', 'who,where', 'a,b'))).toEqual([
      { line: 2, fault: 'emailColumnMissing' },
      { line: 2, fault: 'teamColumnMissing' },
    ])
  })

  it('is at fault with one heading twice', async () => {
    expect(await faultsOf('Email,E-mail,Team\n')).toEqual([{ line: 1, fault: 'columnTwice', value: 'Email' }])
  })
})

describe('a whole file', () => {
  it.each([
    ['with nothing in it', '', 'fileEmpty'],
    ['with nothing but blank lines', '\n \r\n', 'fileEmpty'],
    ['with a header and nobody', 'email,team\n\n,\n', 'noPeople'],
    ['cut within a character', Buffer.from('email,team\nm@example.com,Mü').subarray(0, -1), 'notUtf8'],
    ['that is a workbook', Buffer.from('PK\x03\x04...'), 'spreadsheet'],
  ])('%s is at fault', async (_, source, fault) => {
    expect(await peopleAndFaults(source)).toEqual({ people: [], faults: [{ line: 0, fault }], faultCount: 1 })
  })

  it('with NUL in its header is at fault', async () => {
    expect(await faultsOf('email,te\0am,team\n')).toEqual([{ line: 1, fault: 'nulByte' }])
  })

  it('may have 200,000 lines and no more', async () => {
    const endingOn = (line: number) => `email,team${'\n'.repeat(line - 1)}a@example.com,Web`
    expect(await readRoster(endingOn(200_000))).toMatchObject({ people: [{ line: 200_000 }], faultCount: 0 })
    expect(await faultsOf(endingOn(200_001))).toEqual([
      { line: 200_001, fault: 'tooManyLines', value: '200000' },
    ])
  })
})

describe('a faulty line', () => {
  it.each([
    ['email', 'not an address', 'emailInvalid', 'not an address'],
    ['email', '', 'emailInvalid', ''],
    ['email', 'max@\u212aelvin.com', 'emailInvalid', 'max@\u212aelvin.com'],
    ['email', 'ADA@example.com', 'emailTwice', '2'],
    ['team', ' / ', 'teamEmpty', ''],
    ['team', 'A / b / a', 'teamWithinItself', 'A / b / a'],
    ['team', 'a/b/c/d/e/f/g/h/i/j/k/l/m', 'teamTooDeep', 'a / b / c / d / e / f / g / h / i / j / k / l / m'],
    ['team', `A / ${'x'.repeat(81)}`, 'teamNameTooLong', `A / ${'x'.repeat(81)}`],
    ['name', 'x'.repeat(121), 'nameTooLong', 'x'.repeat(121)],
    ['name', 'M\0x', 'nulByte', undefined],
    ['role', 'manager; boss', 'roleUnknown', 'boss'],
    ['manages', 'Nowhere / At all', 'teamUnknown', 'Nowhere / At all'],
    ['manages', 'Web / web', 'teamWithinItself', 'Web / web'],
    ['answers', 'perhaps', 'answersUnknown', 'perhaps'],
  ])('whose %s is %j is reported with its number as %s', async (column, value, fault, found) => {
    const expected = found === undefined ? { line: 3, fault } : { line: 3, fault, value: found }
    expect(await faultOf(column, value)).toEqual([expected])
  })

  it('with an address of 255 characters is reported, its value shortened', async () => {
    const address = `${'x'.repeat(243)}@example.com`
    expect(await faultOf('email', address)).toEqual([
      { line: 3, fault: 'emailTooLong', value: `${address.slice(0, 200)}…` },
    ])
  })

  it('with a column too few or too many is reported', async () => {
    expect(
      await faultsOf(lines('email,team', 'a@example.com', 'b@example.com,Web', 'c@example.com,Web,')),
    ).toEqual([
      { line: 2, fault: 'columnCount', value: '1/2' },
      { line: 4, fault: 'columnCount', value: '3/2' },
    ])
  })

  it('is reported with everything that is wrong with it, and the rest of the file with it', async () => {
    const roster = await peopleAndFaults(
      lines(
        'email,team,role,answers',
        'a,,boss,maybe',
        '',
        'b@example.com,Web,,',
        'c@example.com,Web,chief,',
      ),
    )
    expect(roster.faults.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'teamEmpty'],
      [2, 'roleUnknown'],
      [2, 'emailInvalid'],
      [2, 'answersUnknown'],
      [5, 'roleUnknown'],
    ])
    expect(roster.people.map(({ email }) => email)).toEqual(['b@example.com'])
  })

  it('still makes its team known and its address taken', async () => {
    const faults = await faultsOf(
      lines(
        'email,team,role,manages',
        'a@example.com,Ops,boss,',
        'b@example.com,Web,,Ops',
        'a@example.com,Web,,',
      ),
    )
    expect(faults).toEqual([
      { line: 2, fault: 'roleUnknown', value: 'boss' },
      { line: 4, fault: 'emailTwice', value: '2' },
    ])
  })

  it.each([
    ['quoteUnclosed', 'c@example.com,"Web'],
    ['quoteMisplaced', 'c@example.com,The "Web" team'],
    ['quoteMisplaced', 'c@example.com,"Web" team'],
    ['lineTooLong', `c@example.com,${'x'.repeat(130_000)}`],
    ['quoteUnclosed', `c@example.com,"Web${'\nd@example.com,Web'.repeat(9000)}`],
  ])(
    'that ends the reading (%s) is reported where it begins, after the faults before it',
    async (fault, broken) => {
      expect(
        await faultsOf(lines('email,team,manages', 'a,Web,Ops', '"b@example.com","We\nb",', broken, 'x')),
      ).toEqual([
        { line: 2, fault: 'emailInvalid', value: 'a' },
        { line: 5, fault },
      ])
    },
  )

  it('is one of a thousand kept, and all of them are counted', async () => {
    const people = Array.from({ length: 1500 }, (_, at) => `p${at},Web`)
    const roster = await peopleAndFaults(lines('email,team', ...people, '"'))
    expect(roster.faultCount).toBe(1501)
    expect(roster.faults).toHaveLength(1000)
    expect(roster.faults.at(-1)).toEqual({ line: 1502, fault: 'quoteUnclosed' })
  })
})

describe('reading', () => {
  it('returns the same people from any delimiter, quoting, line end and cutting of the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        people(),
        dialect(),
        async (written, { delimiter, lineEnd, bom, quoteAll, pieceSize }) => {
          const file = writeFile(written, { delimiter, lineEnd, quoteAll })
          const source = Buffer.from((bom ? '\ufeff' : '') + file.text)
          const roster = await peopleAndFaults(inPieces(source, pieceSize))
          expect(roster).toEqual({ people: file.people, faults: [], faultCount: 0 })
        },
      ),
    )
  })

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, withHeader) => {
        const source = Buffer.concat([Buffer.from(withHeader ? 'email,team,role\n' : ''), bytes])
        const { people, faultCount } = await readRoster(source)
        expect(people.length > 0 || faultCount > 0).toBe(true)
      }),
    )
  })

  it('lets other work go on and tells how far it has come', async () => {
    const people = Array.from(
      { length: 30_000 },
      (_, at) => `person.${at}@example.com,Engineering / Team ${at % 99}`,
    )
    const heard: number[] = []
    let turns = 0
    const beside = setInterval(() => (turns += 1), 0)
    await readRoster(lines('email,team', ...people), (line) => heard.push(line))
    clearInterval(beside)
    expect(turns).toBeGreaterThan(5)
    expect(heard).toEqual(Array.from({ length: 30 }, (_, at) => (at + 1) * 1000))
  })

  it('passes on what breaks in its source', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('email,team\n')
      throw new Error('the connection was lost')
    }
    await expect(readRoster(broken())).rejects.toThrow('the connection was lost')
  })
})

type Written = Omit<RosterPerson, 'line'> & { note: string }

function people(): fc.Arbitrary<Written[]> {
  // case, slashes and spare white space have tests of their own
  const word = fc.string({ unit: fc.constantFrom(...'abcxyz019\'"|,.éß漢🙂'), minLength: 1, maxLength: 8 })
  const team = fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
  const person = fc.record({
    name: fc.option(word),
    team,
    role: fc.constantFrom<RosterPerson['roles']>(['member'], ['manager'], ['facilitator', 'administrator']),
    answers: fc.boolean(),
    note: fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', ' '), maxLength: 8 }),
  })
  return fc.array(person, { minLength: 1, maxLength: 12 }).map((drawn) =>
    drawn.map(({ role, ...rest }, at) => ({
      ...rest,
      email: `person.${at}@example.com`,
      roles: role,
      manages: role.includes('manager') ? [rest.team, drawn[0]!.team.slice(0, 1)].filter(distinct) : [],
      facilitates: role.includes('facilitator') ? [rest.team] : [],
    })),
  )
}

const distinct = (path: string[], at: number, paths: string[][]) =>
  paths.findIndex((other) => other.join('/') === path.join('/')) === at

const dialect = () =>
  fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    bom: fc.boolean(),
    quoteAll: fc.boolean(),
    pieceSize: fc.constantFrom(1, 2, 3, 7, 1000),
  })

/** The file, and its people with the lines on which they came to stand. */
function writeFile(
  written: Written[],
  { delimiter, lineEnd, quoteAll }: { delimiter: string; lineEnd: string; quoteAll: boolean },
) {
  const quoted = (text: string) => (quoteAll || /[",;\t\n]|^\s|\s$/.test(text) ? cell(text) : text)
  const records = [
    ['Notes', 'Work Email', 'Team', 'Name', 'Role', 'Manages', 'Answers'],
    ...written.map(({ note, email, team, name, roles, manages, answers }) => [
      note,
      email,
      team.join('/'),
      name ?? '',
      roles.map((role) => (role === 'administrator' ? 'admin' : role)).join(';'),
      manages.map((path) => path.join(' / ')).join('; '),
      answers ? 'yes' : 'no',
    ]),
  ].map((cells) => cells.map(quoted).join(delimiter))
  const read = written.map(({ note: _, ...person }, at) => ({
    line:
      records
        .slice(0, at + 1)
        .join('\n')
        .split('\n').length + 1,
    ...person,
  }))
  return { text: records.join('\n').replaceAll('\n', lineEnd), people: read }
}
