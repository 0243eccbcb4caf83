import { z } from 'zod'
import { pathText, readPath, tidy } from '../paths.ts'
import type { Role, RosterColumn, RosterPerson } from '../../storage/schema/roster-imports.ts'
import type { Report } from '../../files/faults.ts'
import { longest, pathFault, type FileTeams } from './teams.ts'
import { answersByWord, rolesByWord } from './words.ts'

const address = z.email()

/** Reads one record and reports everything wrong with it; what is wrong stands empty in the answer. */
export function readRow(
  line: number,
  cell: (column: RosterColumn) => string,
  teams: FileTeams,
  report: Report,
): RosterPerson {
  const team = teams.read(cell('team'), report)
  const roles = readRoles(cell('role'), report)
  return {
    line,
    email: readEmail(cell('email'), report),
    name: readName([cell('name'), cell('firstName'), cell('lastName')].join(' '), report),
    team,
    manages: readLed('manager', cell('manages'), team, roles, report),
    facilitates: readLed('facilitator', cell('facilitates'), team, roles, report),
    answers: readAnswers(cell('answers'), report),
    roles: [...roles],
  }
}

/** Nobody without a role: an empty cell is a member. */
function readRoles(text: string, report: Report): Set<Role> {
  const words = text.split(/[;|,]/).map(tidy).filter(Boolean)
  const roles = new Set<Role>(words.length === 0 ? ['member'] : [])
  for (const word of words) {
    const role = rolesByWord.get(word.toLowerCase())
    if (role) roles.add(role)
    else report('roleUnknown', word)
  }
  return roles
}

function readEmail(text: string, report: Report): string {
  const email = text.trim()
  if (email.length > longest.email) report('emailTooLong', email)
  // checked as it was written: the Kelvin sign is a plain k once it is lower case
  else if (address.safeParse(email).success) return email.toLowerCase()
  else report('emailInvalid', email)
  return ''
}

function readName(text: string, report: Report): string | null {
  const name = tidy(text)
  if (name.length > longest.name) report('nameTooLong', name)
  return name || null
}

/** The role without a team means one's own team; a team without the role gives the role. */
function readLed(role: Role, text: string, own: string[], roles: Set<Role>, report: Report): string[][] {
  const paths = text
    .split(';')
    .map(readPath)
    .filter((path) => path.length > 0)
  if (paths.length === 0) return roles.has(role) && own.length > 0 ? [own] : []
  roles.add(role)
  return paths.filter((path) => isSound(path, report))
}

function isSound(path: string[], report: Report): boolean {
  const fault = pathFault(path)
  if (fault) report(fault, pathText(path))
  return fault === null
}

function readAnswers(text: string, report: Report): boolean {
  const answers = answersByWord.get(text.trim().toLowerCase())
  if (answers === undefined) report('answersUnknown', text.trim())
  return answers ?? true
}
