import { z } from 'zod'
import { plainHeading } from '../files/headings.ts'
import { rosterColumns } from '../storage/schema/roster-imports.ts'
import { email, list, whole } from '../web/form.ts'
import { teamReader } from './finding.ts'
import type { TeamPaths } from './hierarchy.ts'
import type { RosterImport } from './importing.ts'
import { readPath, tidy } from './paths.ts'
import { longest } from './reading/teams.ts'

const ticked = z
  .union([z.boolean(), z.literal('yes')])
  .optional()
  .transform((value) => value === true || value === 'yes')

/** A person's page. Teams led are written as paths, one a line. */
export function personForm(paths: TeamPaths) {
  const readTeam = teamReader(paths)
  const ledTeams = z
    .string()
    .default('')
    .transform((text) => text.split('\n').filter((line) => readPath(line).length > 0))
    .refine((led) => led.every(readTeam), 'unknownTeam')
    .transform((led) => [...new Set(led.flatMap((written) => readTeam(written) ?? []))])
  return z
    .object({
      email,
      name: z
        .string()
        .default('')
        .transform(tidy)
        .refine((name) => name.length <= longest.name, 'tooLong')
        .transform((name) => name || null),
      teamId: z
        .string()
        .default('')
        .refine((written) => written === '' || readTeam(written) !== null, 'unknownTeam')
        .transform(readTeam),
      answers: ticked,
      administrator: ticked,
      manages: ledTeams,
      facilitates: ledTeams,
    })
    .refine((person) => person.teamId !== null || person.administrator, {
      path: ['teamId'],
      message: 'required',
    })
    .transform((person) => ({ ...person, answers: person.answers && person.teamId !== null }))
}

/** Where many would leave, how many has to be typed. */
export function applyForm({ manyLeave, report }: Pick<RosterImport, 'manyLeave' | 'report'>) {
  const { count } = report.leaves
  return z.object({
    renames: list,
    leaving: manyLeave ? whole(count, count, 'leaving') : z.unknown().optional(),
  })
}

/** A heading's letters and digits, a colon, and what its column is; nothing behind it for one not to be used. */
const assignment = z.string().transform((text, issues) => {
  const [, heading = '', column = ''] = /^(.*):(\w*)$/s.exec(text) ?? []
  const known = z.enum(rosterColumns).or(z.literal('')).safeParse(column)
  const plain = plainHeading(heading)
  if (known.success && plain) return [plain, known.data || null] as const
  issues.addIssue({ code: 'custom', message: 'invalid' })
  return z.NEVER
})

/** The text is kept as it was pasted, blank lines at its beginning too: faults are told by line. */
export const rosterForm = z.object({
  roster: z.string().default(''),
  columns: list.pipe(z.array(assignment)).transform((columns) => new Map(columns)),
})
