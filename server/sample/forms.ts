import { z } from 'zod'
import { timeZone } from '../settings/settings.ts'
import { line } from '../web/form.ts'
import { visitorRoles } from './visits.ts'

/** What the set-up page sends along when its other button is pressed. */
export const sampleForm = z.object({ token: line(200), timeZone: timeZone.catch('UTC') })

export const removalForm = z.object({ token: line(200) })

export const visitForm = z.object({ as: z.enum(visitorRoles) })
