import { Unreadable, type Fault } from './faults.ts'

export type Column = 'email' | 'team' | 'name' | 'role' | 'manages' | 'facilitates' | 'answers'

/** Where each column of the header stands; only email and team are certain to be there. */
export type Columns = Map<Column, number>

/** Letters and digits alone; where a file has several of them, the one named first counts. */
const spellings: Record<Column, string[]> = {
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
  ],
  team: [
    'team',
    'teampath',
    'teamname',
    'teams',
    'department',
    'departmentpath',
    'departmentname',
    'orgunit',
    'orgunitpath',
    'organizationalunit',
    'organisationalunit',
    'unit',
  ],
  name: ['name', 'fullname', 'displayname', 'preferredname', 'employeename', 'personname'],
  role: ['role', 'roles'],
  manages: ['manages', 'managesteams', 'managesteam', 'managerof', 'managedteams', 'teamsmanaged'],
  facilitates: ['facilitates', 'facilitatesteams', 'facilitatesteam', 'facilitatorof', 'facilitatedteams'],
  answers: ['answers', 'answering', 'invited', 'participates', 'respondent'],
}

/** Finds a roster's columns. Throws Unreadable. */
export function readHeader(headings: string[], line: number): Columns {
  const { columns, faults } = findColumns(headings, line, spellings)
  if (!columns.has('email')) faults.push({ line, fault: 'emailColumnMissing' })
  if (!columns.has('team')) faults.push({ line, fault: 'teamColumnMissing' })
  if (faults.length > 0) throw new Unreadable(faults)
  return columns
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
    if (plain.includes(heading, at + 1)) faults.push({ line, fault: 'columnTwice', value: headings[at]! })
  }
  return { columns, faults }
}

export const plainHeading = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
