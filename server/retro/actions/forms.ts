import { z } from 'zod'
import { line } from '../../web/form.ts'
import type { Owner } from './queries.ts'

/** One sentence. */
const sentence = line(200).transform((text) => text.replace(/\s+/g, ' '))

interface Choices {
  owners: Owner[]
  /** Ids of the questions an action can be meant to move. */
  questions: Set<string>
  /** The first day that is still to come. */
  earliest: string
}

export const actionForm = ({ owners, questions, earliest }: Choices) =>
  z
    .object({
      text: sentence,
      owner: line().transform((typed, context) => {
        const found = ownersNamed(typed, owners)
        const [owner, ...others] = found
        if (owner && others.length === 0) return { ownerId: owner.id, ownerName: null }
        if (!owner && !typed.includes('@')) return { ownerId: null, ownerName: typed }
        context.addIssue(found.length > 1 ? 'severalOwners' : 'unknownOwner')
        return z.NEVER
      }),
      due: z.iso.date('day').refine((day) => day >= earliest, 'dayPast'),
      question: z
        .string()
        .default('')
        .refine((id) => id === '' || questions.has(id), 'unknownQuestion')
        .transform((id) => id || null),
    })
    .transform(({ text, owner, due, question }) => ({ text, ...owner, due, questionId: question }))

/** By address or whole name; else by any part of a name: in a retro people are called Ada. */
function ownersNamed(typed: string, owners: Owner[]): Owner[] {
  const sought = typed.toLowerCase()
  const exactly = owners.filter(({ name, email }) => email === sought || name?.toLowerCase() === sought)
  if (exactly.length > 0) return exactly
  return owners.filter(({ name }) => name?.toLowerCase().split(/\s+/).includes(sought))
}

export const newActionForm = z.object({
  team: z.string('required'),
  round: z
    .string()
    .nullish()
    .transform((id) => id || null),
})

export const dropForm = z.object({ reason: line(200) })
