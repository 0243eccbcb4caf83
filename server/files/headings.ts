import { Unreadable, type Fault } from './faults.ts'

/** What files call what several kinds of them have, in English and German; the one named first counts. */
export const usualHeadings = {
  email: [
    'email',
    'workemail',
    'emailaddress',
    'workemailaddress',
    'businessemail',
    'companyemail',
    'primaryemail',
    'emailprimary',
    'emailwork',
    'useremail',
    'mail',
    'mailaddress',
    'emailadresse',
    'mailadresse',
    'dienstlicheemail',
    'geschäftlicheemail',
    'emaildienstlich',
    'emailgeschäftlich',
  ],
  team: [
    'team',
    'teampath',
    'teamname',
    'department',
    'teampfad',
    'abteilung',
    'organisationseinheit',
    'orgeinheit',
    'bereich',
  ],
  month: ['month', 'yearmonth', 'period', 'monat', 'zeitraum'],
}

/** Finds columns by their usual headings, whatever their case and punctuation. Throws Unreadable at a NUL byte. */
export function findColumns<Name extends string>(
  headings: string[],
  line: number,
  usualSpellings: Record<Name, string[]>,
): { columns: Map<Name, number>; faults: Fault[] } {
  const plain = headings.map(plainHeading)
  if (headings.some((heading) => heading.includes('\0'))) throw new Unreadable([{ line, fault: 'nulByte' }])
  const columns = new Map<Name, number>()
  const faults: Fault[] = []
  for (const [column, usual] of Object.entries(usualSpellings) as [Name, string[]][]) {
    const heading = usual.find((spelling) => plain.includes(spelling))
    if (heading === undefined) continue
    const at = plain.indexOf(heading)
    columns.set(column, at)
    if (plain.includes(heading, at + 1)) faults.push({ line, fault: 'columnTwice', value: headings[at] })
  }
  return { columns, faults }
}

export const plainHeading = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
