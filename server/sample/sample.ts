import type { Step } from '#views/sample/making.tsx'
import { setUp } from '../access/access.ts'
import { applyImport, importById, startImport } from '../people/people.ts'
import { setCalendar, usualRule } from '../calendar/calendar.ts'
import { seedQuestions } from '../questionnaire/questionnaire.ts'
import { finishSample } from '../settings/settings.ts'
import { agreeOnWork } from './agreed.ts'
import { annotateCharts } from './annotations.ts'
import { holdRetros, type Decided } from './actions.ts'
import { monthPlanned, planningDays } from './calendar.ts'
import { companyName, northwind, type SampleTeam } from './company.ts'
import { peopleOf, type SamplePerson } from './people.ts'
import { rosterOf } from './roster.ts'
import { bringFigures } from './figures.ts'
import { holdRound } from './round.ts'
import { Past, type House } from './past.ts'
import { removeSample } from './removal.ts'

export { removeSample }
export { visitable, visitAs, visitorRoles, type VisitorRole } from './visits.ts'

/** How far the making has come. */
export type { Step }

/** What may be smaller in a test. */
export interface Extent {
  /** Rounds held, one a month, up to last month. */
  months?: number
  teams?: SampleTeam[]
}

interface Options extends Extent {
  /** The same seed gives the same people, answers and remarks. Keys are random as ever. */
  seed?: number
  timeZone?: string
  now?: Date
  progress?: (step: Step) => void
}

/**
 * Founds a company of invented people and holds a year of rounds in it, each through the whole protocol. Refuses
 * with alreadySetUp. When it fails half-way nothing of it is left; only a crash leaves an unfinished company.
 */
export async function makeSample(house: House, options: Options = {}): Promise<void> {
  const { seed = 1, months = 12, teams = northwind, timeZone = 'Europe/Berlin', now = new Date() } = options
  const { progress = () => {} } = options
  const total = months * 3
  let done = 0
  const step = (work: Step['work'], round: string) => progress({ work, round, done: done++, total })

  progress({ work: 'founding', round: '', done, total })
  const days = planningDays(now, months, timeZone)
  const past = new Past(house, days[0]!)
  const people = peopleOf(teams, seed)
  const by = await found(past, people, timeZone)
  try {
    await hire(past, by, people)
    const decided: Decided = new Map()
    for (const [round, planned] of days.entries()) {
      const month = { round, of: months, planned, people, decided }
      await holdRound(past, { ...month, timeZone, by, seed }, step)
      await holdRetros(past, month)
    }
    past.goTo(now)
    const told = { by, people, seed, months: days.map((day) => monthPlanned(day, timeZone)) }
    await bringFigures(past, told)
    await annotateCharts(past, told)
    await agreeOnWork(past, people)
    await setCalendar(past.context, by, usualRule)
    await house.store.write(finishSample)
  } catch (error) {
    await removeSample(past.context)
    throw error
  }
}

/** As anybody sets up an installation. Returns the administrator's id. */
async function found({ context }: Past, people: SamplePerson[], timeZone: string): Promise<string> {
  const { name, email } = people.find(({ administrator }) => administrator)!
  await context.store.write(seedQuestions)
  return setUp(context, { organisation: companyName, timeZone, name, email, sample: 'being made' })
}

/** By an import of the roster, which gives the administrator a team too. */
async function hire({ context }: Past, by: string, people: SamplePerson[]) {
  const { id, done } = await startImport(context, Buffer.from(rosterOf(people)), null)
  await done
  const { state, report } = await importById(context, id)
  if (state !== 'ready') throw new Error(`The sample's roster is ${state}: ${JSON.stringify(report)}`)
  await (
    await applyImport(context, by, id, [])
  ).done
}
