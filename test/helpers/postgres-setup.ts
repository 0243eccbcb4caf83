import type { TestProject } from 'vitest/node'
import { postgresBinaries, startPostgres } from './postgres.ts'

/** Started once for the project whose tests run on PostgreSQL; each test file makes databases of its own in it. */
export default async function setup(project: TestProject) {
  const url = new URL(project.config.env['DATABASE_URL']!)
  if (process.env['TEST_DATABASE_URL']) return
  const cluster = await startPostgres(postgresBinaries()!, Number(url.port))
  return () => cluster.stop()
}
