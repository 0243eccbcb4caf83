import { TZDate } from '@date-fns/tz'
import { addDays, dayIn } from '../../settings/settings.ts'

/** Nobody is written to at night: where mail is concerned a day begins at eight. */
const mailingHour = 8

export const mailingDay = (at: Date, timeZone: string): string => {
  const there = new TZDate(at, timeZone)
  return addDays(dayIn(at, timeZone), there.getHours() < mailingHour ? -1 : 0)
}
