import { dropExpired, signInLetter } from './access/access.ts'
import { dropOldDeliveries, sendDueDeliveries, testAnnouncement, type Announcements } from './chat/chat.ts'
import type { Context } from './context.ts'
import { dropOldFigureImports } from './figures/figures.ts'
import { framesOf } from './frames.ts'
import { signalAnnouncement } from './insights/insights.ts'
import { dropOldImports } from './people/people.ts'
import { drainOutbox, type Letters } from './post/post.ts'
import { closeDueRounds, destroyLeftOverKeys, resumeClosings } from './publishing/publishing.ts'
import { tidyBoards } from './retro/board/boards.ts'
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
  invitationLetter,
  inviteAgain,
  openDueRounds,
  openedAnnouncement,
  remindInvited,
  reminderLetter,
  resumeOpenings,
} from './rounds/rounds.ts'
import { sampleBeingMade } from './settings/settings.ts'

const minute = 60_000

/** Who writes which letter. */
export const letters: Letters = {
  'sign-in': signInLetter,
  'own-link': inviteAgain,
  invitation: invitationLetter,
  reminder: reminderLetter,
  cancellation: cancellationLetter,
  'action-reminder': actionReminderLetter,
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

/** Everything that is due but the mail and the chat. Doing it twice does nothing more than doing it once. */
export async function tick(context: Context): Promise<void> {
  await closeDueRounds(context)
  await resumeClosings(context)
  await openDueRounds(context)
  await resumeOpenings(context)
  await followRoster(context)
  await remindInvited(context)
  await destroyLeftOverKeys(context)
  await dropExpired(context)
  await dropOldImports(context)
  await tidyBoards(context)
  await remindOwners(context)
  await announceClosings(context)
  await announceDigest(context)
  await dropOldDeliveries(context)
  await dropOldFigureImports(context)
  await context.store.tidy()
}

/** Ticks every minute, and at once when woken. Mail and chat go beside it: a slow server delays no round. */
export function startJobs(context: Context, report: (line: string) => void) {
  // The rounds of a sample company in the making lie in the past: they are its maker's to close, and their mail too.
  const standingBack = (work: () => Promise<void>) => async () => {
    if (!(await sampleBeingMade(context.store.read))) await work()
  }
  const jobs = [
    everyMinute(
      'minute tick',
      standingBack(() => tick(context)),
      report,
    ),
    everyMinute(
      'mail',
      standingBack(() => drainOutbox(context, letters)),
      report,
    ),
    everyMinute(
      'chat',
      standingBack(() => sendDueDeliveries(context, announcements)),
      report,
    ),
  ]
  return {
    wake: () => jobs.forEach((job) => job.wake()),
    stop: () => Promise.all(jobs.map((job) => job.stop())),
  }
}

/** Never two at a time; woken while running, it runs once more. */
function everyMinute(name: string, work: () => Promise<void>, report: (line: string) => void) {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  async function run() {
    do {
      again = false
      await work().catch((error: Error) =>
        report([`The ${name} failed: ${error.name}`, ...framesOf(error)].join('\n')),
      )
    } while (again && !stopped)
    running = null
  }

  function wake() {
    if (stopped) return
    again = running !== null
    running ??= run()
  }

  const timer = setInterval(wake, minute)
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
