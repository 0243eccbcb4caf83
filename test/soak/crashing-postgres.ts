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
    await this.asked(`${this.origin}/postgres`, `create database ${name}`)
    return `${this.origin}/${name}`
  }

  async asked(url: string, query: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query(query)
    await client.end()
    return rows
  }

  crash = () => this.cluster.crash()
  comeBack = () => this.cluster.start()
  stop = () => this.cluster.stop()
}
