import type { Context } from '../context.ts'
import { logoOf, theOrganisation, timeZones } from '../settings/settings.ts'
import type { FormFaults, Typed } from '../web/form.ts'

/** What the page of settings shows: what is stored, and over it what was typed where that was faulty. */
export async function settingsProps(
  { store: { read }, config }: Context,
  faults: FormFaults = {},
  typed: Typed = {},
) {
  const { name, timeZone, accent, introduction, mailFigures, ...kept } = await theOrganisation(read)
  const stored = {
    name,
    timeZone,
    accent,
    introduction,
    mailFigures: mailFigures ? 'yes' : 'no',
    cardsKeptDays: String(kept.cardsKeptDays),
    remarksKeptMonths: String(kept.remarksKeptMonths),
    logKeptMonths: String(kept.logKeptMonths),
    lettersKeptDays: String(kept.lettersKeptDays),
  }
  return {
    zones: timeZones(),
    typed: { ...stored, ...typed },
    faults,
    logo: (await logoOf(read)) !== null,
    address: config.MAIL_FROM,
  }
}
