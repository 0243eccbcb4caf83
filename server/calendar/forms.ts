import { z } from 'zod'
import { line, whole } from '../web/form.ts'
import { usualRule } from './changing.ts'

/** What is left out is as usual; a form's fields are never left out, only empty. */
const written = z.union([z.string(), z.number()])

const months = (otherwise: number[]) =>
  z
    .union([written.transform((one) => [one]), z.array(written)])
    .optional()
    .transform((all) => all?.filter((one) => one !== '').map(Number) ?? otherwise)
    .refine((all) => all.every((month) => Number.isInteger(month) && month >= 1 && month <= 12), 'month')

const daysBefore = z.union([z.literal('').transform(() => null), z.null(), whole(1, 30, 'invalid')])

/** Which day of a month, for how long, and when everybody is reminded. */
export const ruleForm = z
  .object({
    week: whole(1, 5, 'invalid').default(usualRule.week),
    weekday: whole(1, 7, 'invalid').default(usualRule.weekday),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
      .default(usualRule.time),
    openDays: whole(2, 21, 'openDays').default(usualRule.openDays),
    reminder: daysBefore.default(2),
    reminderAgain: daysBefore.default(null),
    threshold: whole(5, 100, 'threshold').default(usualRule.threshold),
    withoutMonths: months(usualRule.withoutMonths).refine((all) => new Set(all).size < 12, 'noMonthLeft'),
    quarterMonths: months(usualRule.quarterMonths),
  })
  .refine(({ reminder, openDays }) => reminder === null || reminder < openDays, {
    path: ['reminder'],
    message: 'remindsOutside',
  })
  .refine(({ reminderAgain, openDays }) => reminderAgain === null || reminderAgain < openDays, {
    path: ['reminderAgain'],
    message: 'remindsOutside',
  })
  .transform(({ reminder, reminderAgain, ...rule }) => ({
    ...rule,
    reminders: [...new Set([reminder, reminderAgain].filter((days) => days !== null))],
  }))

const tell = z
  .union([z.boolean(), z.literal('yes').transform(() => true)])
  .optional()
  .transform((ticked) => ticked ?? false)

const monthOfYear = z.string('month').regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month')

export const keepForm = z.object({ month: monthOfYear })

export const skipForm = z.object({
  month: monthOfYear,
  word: line(200),
  tell,
})

/** On one page with the form above. */
export const pauseForm = z
  .object({ pauseWord: line(200), pauseTell: tell })
  .transform(({ pauseWord, pauseTell }) => ({ word: pauseWord, tell: pauseTell }))
