import { z } from 'zod'
import { email, list } from '../web/form.ts'
import { teamReader } from './finding.ts'
import type { TeamPaths } from './hierarchy.ts'
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

export const applyForm = z.object({ renames: list })

/** Kept as it was pasted, blank lines at its beginning too: faults are told by line. */
export const pasteForm = z.object({
  roster: z.string('required').refine((text) => text.trim() !== '', 'required'),
})
