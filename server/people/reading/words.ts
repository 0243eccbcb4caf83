import type { Role } from '../../storage/schema/roster-imports.ts'

/** What files call a role, in lower case, in English and German. */
export const rolesByWord = new Map<string, Role>([
  ...named<Role>('member', ['member', 'employee', 'mitglied', 'mitarbeiter', 'mitarbeiterin']),
  ...named<Role>('manager', [
    'manager',
    'managerin',
    'lead',
    'team lead',
    'leitung',
    'leiter',
    'leiterin',
    'teamleitung',
    'teamleiter',
    'teamleiterin',
    'führungskraft',
  ]),
  ...named<Role>('facilitator', ['facilitator', 'moderation', 'moderator', 'moderatorin']),
  ...named<Role>('administrator', ['admin', 'administrator', 'administratorin']),
])

/** Nobody is left out by an empty cell. */
export const answersByWord = new Map<string, boolean>([
  ...named(true, ['', 'yes', 'y', 'true', '1', 'ja', 'j', 'wahr']),
  ...named(false, ['no', 'n', 'false', '0', 'nein', 'falsch']),
])

function named<T>(meaning: T, words: string[]): [string, T][] {
  return words.map((word) => [word, meaning])
}
