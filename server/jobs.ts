import { dropExpired, signInLetter } from './access/access.ts'
import { calendarLetter, followCalendar } from './calendar/calendar.ts'
import { dropOldEntries } from './audit/audit.ts'
import { dropOldRemarks } from './results/results.ts'
import { dropOldDeliveries, sendDueDeliveries, testAnnouncement, type Announcements } from './chat/chat.ts'
import type { Context } from './context.ts'
import { areConnectorsDue, connectorLetter, dropOldFigureImports, visitVendors } from './figures/figures.ts'
import { everyMinute, JobRuns, minute, type Job } from './every-minute.ts'
import { signalAnnouncement } from './insights/insights.ts'
import { dropOldImports } from './people/people.ts'
import { dropRested, drainOutbox, type Letters } from './post/post.ts'
import { closeDueRounds, destroyLeftOverKeys, resumeClosings } from './publishing/publishing.ts'
import { boardLetter, followBoards, tidyBoards } from './retro/board/boards.ts'
import { resultsAnnouncement } from './results/results.ts'
import {
  actionReminderLetter,
  announceDigest,
  digestAnnouncement,
  remindOwners,
} from './retro/actions/actions.ts'
import {
  announceClosings,
  cancellationLetter,
  closingAnnouncement,
  followRoster,
  forgetMissedKeys,
  invitationLetter,
  inviteAgain,
  openDueRounds,
  openedAnnouncement,
  remindInvited,
  reminderLetter,
  resumeOpenings,
} from './rounds/rounds.ts'
import { resultsLetter } from './news/news.ts'
import { areTrackersDue, followTrackers } from './retro/issues/issues.ts'
import { organisationOf, sampleBeingMade } from './settings/settings.ts'
import { leased } from './storage/lease.ts'

/** Who writes which letter. */
export const letters: Letters = {
  'sign-in': signInLetter,
  'own-link': inviteAgain,
  invitation: invitationLetter,
  reminder: reminderLetter,
  cancellation: cancellationLetter,
  'action-reminder': actionReminderLetter,
  calendar: calendarLetter,
  results: resultsLetter,
  connector: connectorLetter,
  board: boardLetter,
}

/** Who writes what a channel is told. */
export const announcements: Announcements = {
  opened: openedAnnouncement,
  closing: closingAnnouncement,
  results: resultsAnnouncement,
  signal: signalAnnouncement,
  digest: digestAnnouncement,
  test: testAnnouncement,
}

/**
 * Everything that is due but the mail and the chat. Doing it twice does nothing more than doing it once, and of several processes
 * exactly one does it.
 * @returns whether this one did
 */
export async function tick(context: Context): Promise<boolean> {
  // What a process knows of the roster, and of keys, it has to find out by itself.
  await followRoster(context)
  await forgetMissedKeys(context)
  return inOneProcess(context, 'tick', () => due(context))
}

async function due(context: Context): Promise<void> {
  await closeDueRounds(context)
  await resumeClosings(context)
  await openDueRounds(context)
  await resumeOpenings(context)
  await followCalendar(context)
  await remindInvited(context)
  await destroyLeftOverKeys(context)
  await dropExpired(context)
  await dropOldImports(context)
  await tidyBoards(context)
  await followBoards(context)
  await remindOwners(context)
  await announceClosings(context)
  await announceDigest(context)
  await dropOldDeliveries(context)
  await dropOldFigureImports(context)
  await tidyUp(context)
}

/** Sends what waits to be mailed; like the tick, in one process at a time. */
export const deliverMail = (context: Context): Promise<boolean> =>
  inOneProcess(context, 'mail', () => drainOutbox(context, letters))

/** Fetches figures, and asks what became of issues, once a night; like the tick, in one process. */
export async function askOutside(context: Context, signal: AbortSignal): Promise<boolean> {
  if (!(await areConnectorsDue(context)) && !(await areTrackersDue(context))) return true
  return inOneProcess(context, 'connectors', async () => {
    await visitVendors(context, signal)
    await followTrackers(context, signal)
  })
}

/** What was deleted meanwhile leaves no trace in the database's log either. */
async function inOneProcess(context: Context, work: string, act: () => Promise<void>): Promise<boolean> {
  const done = await leased(context, work, act)
  if (done) await context.store.tidy()
  return done
}

/** What has been kept for as long as the organisation says. */
async function tidyUp({ store, clock }: Context): Promise<void> {
  const organisation = await organisationOf(store.read)
  if (!organisation) return
  const now = clock.now()
  const monthsAgo = (months: number) => new Date(new Date(now).setUTCMonth(now.getUTCMonth() - months))
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * minute)
  await store.write(async (tx) => {
    await dropOldRemarks(tx, monthsAgo(organisation.remarksKeptMonths))
    await dropOldEntries(tx, monthsAgo(organisation.logKeptMonths))
    await dropRested(tx, daysAgo(organisation.lettersKeptDays))
  })
}

/** Ticks every minute, and at once when woken. Mail, chat and figures go beside it: a slow server delays no round. */
export function startJobs(context: Context, runs = new JobRuns()) {
  // The rounds of a sample company in the making lie in the past: they are its maker's to close, and their mail too.
  const standingBack = (work: () => Promise<boolean | void>) => async () =>
    (await sampleBeingMade(context.store.read)) || work()
  const stopping = new AbortController()
  const works: Record<Job, () => Promise<boolean | void>> = {
    tick: () => tick(context),
    mail: () => deliverMail(context),
    // Each message is taken by itself, so that several processes share what is due.
    chat: () => sendDueDeliveries(context, announcements),
    figures: () => askOutside(context, stopping.signal),
  }
  const jobs = Object.entries(works).map(([job, work]) =>
    everyMinute(job as Job, standingBack(work), { log: context.log, runs }),
  )
  return {
    wake: () => jobs.forEach((job) => job.wake()),
    stop() {
      stopping.abort()
      return Promise.all(jobs.map((job) => job.stop()))
    },
  }
}
