import { Unreadable } from '../../files/faults.ts'
import { findColumns } from '../../files/headings.ts'

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
