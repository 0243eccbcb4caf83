import pg from 'pg'
import { freePort, postgresBinaries, startPostgres, type Cluster } from '../helpers/postgres.ts'

const binaries = postgresBinaries()
if (!binaries && process.env['CI']) throw new Error('PostgreSQL is missing, and nothing is skipped in CI')

export const hasPostgres = binaries !== null

/** A cluster of the test's own, which it may crash and bring back. */
export class CrashingPostgres {
  #databases = 0

  private constructor(
    private readonly cluster: Cluster,
    private readonly origin: string,
  ) {}

  static async start(): Promise<CrashingPostgres> {
    const port = await freePort()
    const cluster = await startPostgres(binaries!, port)
    return new CrashingPostgres(cluster, `postgres://postgres@127.0.0.1:${port}`)
  }

  /** An empty one. */
  async database(): Promise<string> {
    const name = `soaked${this.#databases++}`
    await this.#asked(`create database ${name}`)
    return `${this.origin}/${name}`
  }

  cutConnections = () =>
    this.#asked(
      "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )

  /** As a database that has become the copy of another. */
  async onlyReads(only: boolean): Promise<void> {
    await this.#asked(`alter system set default_transaction_read_only = ${only ? 'on' : 'off'}`)
    await this.#asked('select pg_reload_conf()')
  }

  async #asked(query: string) {
    const client = new pg.Client({ connectionString: `${this.origin}/postgres` })
    await client.connect()
    await client.query(query)
    await client.end()
  }

  crash = () => this.cluster.crash()
  comeBack = () => this.cluster.start()
  stop = () => this.cluster.stop()
}
