import type { Context } from '../context.ts'
import type { JobRuns } from '../every-minute.ts'
import { dialect } from '../storage/columns.ts'
import { newestKnown } from '../storage/index.ts'
import { atMost, each, one, type Measured } from './measured.ts'
import { version } from './version.ts'

const minute = 60_000
/** A job runs every minute, and at other moments when somebody's asking wakes it: which moments, nobody learns. */
const patience = 2 * minute
/** Seconds. Answering slows a job down by milliseconds, many together by a second. */
const lengths = [1, 10, 60, 600]

const startedAt = Math.floor(Date.now() / 1000 - performance.now() / 1000)

/** What this process knows of itself. Nothing here asks the database. */
export function ofProcess({ log }: Context, jobs: JobRuns): Measured[] {
  const runs = [...jobs.all]
  const build = { version, schema: newestKnown(dialect), node: process.versions.node, database: dialect }
  return [
    { name: 'build_info', help: 'What runs, in its labels.', values: [[build, 1]] },
    one('start_time_seconds', 'When this process started, in seconds since 1970.', startedAt),
    one('log_errors_total', 'Faults of the program since it started; each is a line of the log.', log.errors),
    each(
      'job_overdue_minutes',
      'For how many whole minutes a job has not gone well that should every minute.',
      'job',
      runs.map(([job, { wellAt }]) => [job, overdue(performance.now() - wellAt)]),
    ),
    each(
      'job_failing',
      'Whether the last run of a job failed.',
      'job',
      runs.map(([job, { isFailing }]) => [job, isFailing]),
    ),
    each(
      'job_seconds_at_most',
      'How long the last run of a job took at most: 1, 10, 60, 600 or more.',
      'job',
      runs.flatMap(([job, { took }]) => (took === null ? [] : [[job, atMost(lengths, took / 1000)]])),
    ),
  ]
}

const overdue = (silent: number): number => Math.max(0, Math.floor((silent - patience) / minute))
