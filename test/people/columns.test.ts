import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRoster } from '#server/people/roster.ts'
import type { ImportReport } from '#server/storage/schema/roster-imports.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'

const lines = (...text: string[]) => text.join('\n')
const namesOf = async (header: string, ...cells: string[]) =>
  (await readRoster(lines(`email,team,${header}`, `a@example.com,Web,${cells.join()}`))).people[0]?.name

describe('a name in two columns', () => {
  it.each([
    ['First Name,Last Name', ['Ada', 'Lovelace'], 'Ada Lovelace'],
    ['Last name,First name', ['Lovelace', 'Ada'], 'Ada Lovelace'],
    ['Vorname,Nachname', ['Ada', 'Lovelace'], 'Ada Lovelace'],
    ['Name,Vorname', ['Lovelace', 'Ada'], 'Ada Lovelace'],
    ['Vorname', ['Ada'], 'Ada'],
    ['Given name,Surname', ['', 'Lovelace'], 'Lovelace'],
    ['Full name,First name', ['Ada Lovelace', 'Ada'], 'Ada Lovelace'],
    ['Name,First name,Last name', ['Ada King', 'Ada', 'Lovelace'], 'Ada King'],
    ['First name,Last name', ['', ''], null],
  ])('%s', async (header, cells, name) => {
    expect(await namesOf(header, ...cells)).toBe(name)
  })
})

it('a German roster is understood as it is, its roles and its yes and no', async () => {
  const { people, faults, understood } = await readRoster(
    lines(
      'Name;Vorname;E-Mail-Adresse;Abteilung;Rolle;Eingeladen;Personalnummer',
      'Lovelace;Ada;ada@example.com;Technik / Zahlungen;Führungskraft;ja;17',
      'Hopper;Grace;grace@example.com;Technik / Zahlungen;Mitarbeiterin;nein;18',
    ),
  )
  expect(faults).toEqual([])
  expect(people).toMatchObject([
    { name: 'Ada Lovelace', team: ['Technik', 'Zahlungen'], roles: ['manager'], answers: true },
    { name: 'Grace Hopper', roles: ['member'], answers: false },
  ])
  expect(understood.roles).toEqual({ manager: 1, facilitator: 0, administrator: 0 })
  expect(understood.columns.filter(({ as }) => as === null)).toEqual([
    { heading: 'Personalnummer', as: null },
  ])
})

describe('the preview', () => {
  let safe: TestApp
  let dana: Visitor
  beforeEach(async () => {
    safe = await TestApp.start()
    dana = await safe.setUp()
  })
  afterEach(() => safe.stop())

  const read = async (csv: string, columns?: string[]): Promise<{ id: string; report: ImportReport }> =>
    (await dana.postJson('/roster/imports', { roster: csv, ...(columns && { columns }) })).json()
  const file = lines(
    'email,team,Funktion,Kürzel',
    'a@acme.example,Web,manager,aa',
    'b@acme.example,Web,facilitator,bb',
  )

  it('says what was not used, and how many lead: a company without managers is seen', async () => {
    const { id } = await read(file)
    const page = (await dana.get(`/roster/imports/${id}`)).body
    expect(page).toContain('0 are managers')
    expect(page).toContain('The columns “Funktion” and “Kürzel” were not used.')
  })

  it('lets a column be assigned by hand and remembers it for later files, whatever their case', async () => {
    const posted = await dana.post('/roster/imports', {
      roster: file,
      columns: ['email:email', 'team:team', 'Funktion:role', 'Kürzel:'],
    })
    const page = (await dana.get(posted.headers.location!)).body
    expect(page).toContain('1 is a manager, 1 a facilitator, and 0 administrators')
    expect(page).toContain('The column “Kürzel” was not used.')
    const later = await read(file.replace('Funktion', 'FUNKTION'))
    expect(later.report.understood.roles).toEqual({ manager: 1, facilitator: 1, administrator: 0 })
  })

  it('forgets it when it is assigned otherwise', async () => {
    await read(file, ['Funktion:role'])
    await read(file, ['Funktion:'])
    expect((await read(file)).report.understood.roles.manager).toBe(0)
  })

  it('leaves out a column by hand, and a file without it is read as ever', async () => {
    const named = lines('email,team,name', 'a@acme.example,Web,Ada')
    await read(named, ['name:'])
    expect((await read(named)).report.understood.columns[2]).toEqual({ heading: 'name', as: null })
    const other = await read(lines('email,team,Full name', 'a@acme.example,Web,Ada'))
    expect(other.report.understood.columns[2]).toEqual({ heading: 'Full name', as: 'name' })
  })

  it('reads a file nothing of which was known, once its columns are assigned, also where it was uploaded', async () => {
    const unknown = lines('Kontakt,Wo', 'a@acme.example,Web')
    const { id, report } = await read(unknown)
    expect(report.faults.map(({ fault }) => fault)).toEqual(['emailColumnMissing', 'teamColumnMissing'])
    const page = (await dana.get(`/roster/imports/${id}`)).body
    expect(page).toContain('<option value="Kontakt:email">')
    const form = new FormData()
    form.append('columns', 'Kontakt:email')
    form.append('columns', 'Wo:team')
    form.append('file', new Blob([unknown], { type: 'text/csv' }), 'roster.csv')
    form.append('roster', '')
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form })
    const { location } = (
      await dana.request({
        method: 'POST',
        url: '/roster/imports',
        headers: { 'content-type': request.headers.get('content-type')! },
        payload: Buffer.from(await request.arrayBuffer()),
      })
    ).headers
    expect((await dana.get(location!)).body).toContain('Join: 1')
  })

  it('refuses two columns for one thing, and remembers neither', async () => {
    const { report } = await read(file, ['Funktion:role', 'Kürzel:role'])
    expect(report.faults).toEqual([{ line: 1, fault: 'columnTwice', value: 'Kürzel' }])
    expect((await read(file)).report.understood.columns[2]).toEqual({ heading: 'Funktion', as: null })
    expect(
      (await dana.postJson('/roster/imports', { roster: file, columns: ['Funktion:boss'] })).statusCode,
    ).toBe(422)
  })

  it('the example to download is a roster with every column used', async () => {
    const example = await dana.get('/roster/example.csv')
    expect(example.headers['content-disposition']).toContain('roster-example.csv')
    const { people, faults, understood } = await readRoster(example.body)
    expect(faults).toEqual([])
    expect(people.length).toBeGreaterThan(3)
    expect(understood.columns.filter(({ as }) => as === null)).toEqual([])
    expect(Object.values(understood.roles).every((n) => n > 0)).toBe(true)
  })
})
