import { z } from 'zod'
import { bands, cuts, type Band, type Question } from '../storage/schema/questions.ts'
import { line, optionalLine } from '../web/form.ts'
import type { Placed } from './places.ts'

/** Which band each of the five levels belongs to. */
export const bandings: Record<'rising' | 'falling' | 'level', Band[]> = {
  rising: ['unfavourable', 'unfavourable', 'neutral', 'favourable', 'favourable'],
  falling: ['favourable', 'favourable', 'neutral', 'unfavourable', 'unfavourable'],
  level: ['low', 'low', 'middle', 'high', 'high'],
} satisfies Record<string, (typeof bands)[number][]>

export const bandingOf = (given: Band[]): keyof typeof bandings =>
  given[0] === 'low' ? 'level' : given[0] === 'favourable' ? 'falling' : 'rising'

const text = {
  question: line(400),
  hint: optionalLine(400),
  construct: optionalLine(400),
}

const scaleFields = z.object({
  ...text,
  name: line(60),
  levels: z.array(optionalLine(60).pipe(z.string().min(1, 'levels')), 'levels').length(5, 'levels'),
  banding: z.enum(['rising', 'falling', 'level']),
  cut: z.enum(cuts),
})

const newId = z.object({ id: z.string('questionId').regex(/^[a-z][a-z0-9-]{1,40}$/, 'questionId') })

const newScale = newId
  .and(scaleFields)
  .transform(({ id, ...fields }): Question => asScale({ id, version: 1 }, fields))

const newRemark = newId.and(z.object(text)).transform(({ id, question, hint, construct }): Question => {
  const en = { question, ...(hint ? { hint } : {}) }
  return { id, version: 1, kind: 'remark', construct, text: { en } }
})

/** What can be added: five levels, or words. */
export const newForms = { scale: newScale, remark: newRemark }

/** The form that fits the question: texts of all, and levels, bands and cut of a scale. */
export function changeForm(question: Question) {
  if (question.kind === 'scale') return scaleFields.transform((fields): Question => asScale(question, fields))
  const withCut = z.object({ ...text, cut: z.enum(cuts).optional() })
  return withCut.transform(({ question: wording, hint, construct, cut }): Question => {
    const en = { ...question.text.en, question: wording, ...(hint ? { hint } : { hint: undefined }) }
    return {
      ...question,
      construct,
      text: { en },
      ...(cut && question.kind === 'grid' ? { cut } : {}),
    } as Question
  })
}

function asScale(
  { id, version }: { id: string; version: number },
  fields: z.infer<typeof scaleFields>,
): Question {
  const { question, hint, construct, name, levels, banding, cut } = fields
  const en = { question, name, levels, ...(hint ? { hint } : {}) }
  return { id, version, kind: 'scale', construct, cut, bands: bandings[banding], text: { en } }
}

const placed = {
  core: { place: 'core', turn: null },
  'turn-1': { place: 'rotating', turn: 1 },
  'turn-2': { place: 'rotating', turn: 2 },
  'turn-3': { place: 'rotating', turn: 3 },
  quarterly: { place: 'quarterly', turn: null },
  library: { place: 'library', turn: null },
} satisfies Record<string, Placed>

const placeNames = ['core', 'turn-1', 'turn-2', 'turn-3', 'quarterly', 'library'] as const

/** Where a question is to be asked, as the list of questions offers it. */
export const placeForm = z.object({ place: z.enum(placeNames).transform((name): Placed => placed[name]) })
