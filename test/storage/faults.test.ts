import { afterEach, expect, test } from 'vitest'
import { storeFault } from '#server/storage/index.ts'
import { roster, TestApp } from '../helpers/app.ts'
import { canMount, SmallDisk, unmountAll } from '../helpers/small-disk.ts'

const onSqlite = process.env['DATABASE_URL'] === undefined
afterEach(unmountAll)

const onSmallDisk = onSqlite && canMount() ? test : () => {}

onSmallDisk(
  'on a full disk pages say so, the monitor too, and both go on by themselves when there is room',
  async () => {
    const disk = SmallDisk.of(4096)!
    const safe = await TestApp.start({ DATA_DIR: disk.directory })
    const dana = await safe.setUp()
    await safe.importRoster(dana, roster({ Payments: 8 }))
    const { id } = (await dana.postJson('/rounds', {})).json()
    await dana.postJson(`/rounds/${id}/opening`, {})
    expect((await dana.get('/')).body).toMatch(/The disk is nearly full.*\d MB are left/s)
    const refused = await until(async () => {
      disk.fill()
      const response = await dana.postJson('/questions', aQuestion())
      return response.statusCode === 503 ? response : null
    })
    expect(refused.json()).toMatchObject({ error: 'diskFull' })
    const closing = await dana.post(`/rounds/${id}/closure`, {})
    expect([closing.statusCode, closing.body]).toEqual([503, expect.stringContaining('The disk is full')])
    const health = await safe.app.inject({ url: '/health' })
    expect([health.statusCode, health.json()]).toEqual([503, { status: 'disk full' }])
    const ready = await safe.app.inject({ url: '/ready' })
    expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'disk full' }])

    disk.free()
    expect((await safe.app.inject({ url: '/health' })).json()).toEqual({ status: 'ok' })
    expect((await dana.postJson('/questions', aQuestion())).statusCode).toBe(200)
    const closed = (await dana.postJson(`/rounds/${id}/closure`, {})).json()
    expect(closed.state).toBe('closed')
    await safe.stop()
  },
)

let questions = 0
const aQuestion = () => ({
  kind: 'scale',
  id: `question-${questions++}`,
  question: 'How was it? '.repeat(20),
  name: 'It was well',
  levels: ['a', 'b', 'c', 'd', 'e'],
  banding: 'rising',
  cut: 'unit',
})

/** Tries again and again, a few thousand times at most. */
async function until<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let n = 0; n < 3000; n++) {
    const found = await attempt()
    if (found) return found
  }
  throw new Error('it never came to that')
}

test('what a driver says of a lost connection or a full disk is understood, however deep it is wrapped', () => {
  const wrapped = (error: Error) => new Error('Failed query', { cause: new AggregateError([error]) })
  const coded = (code: string) => Object.assign(new Error('no'), { code })
  for (const code of ['SQLITE_FULL', 'ENOSPC', '53100']) expect(storeFault(wrapped(coded(code)))).toBe('full')
  for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '25006', 'SQLITE_IOERR_WRITE'])
    expect(storeFault(wrapped(coded(code)))).toBe('away')
  expect(storeFault(wrapped(new Error('Connection terminated unexpectedly')))).toBe('away')
  for (const error of [coded('23505'), new TypeError('x is not a function'), 'a text', null])
    expect(storeFault(error)).toBeNull()
})
