import { afterEach, expect, test } from 'vitest'
import { hierarchyOf } from '#server/people/people.ts'
import { foundOrganisation, raiseRosterVersion } from '#server/settings/settings.ts'
import { emptyEveryTable } from '#server/storage/emptying.ts'
import { newId } from '#server/storage/identifier.ts'
import type { Store, Writes } from '#server/storage/index.ts'
import { teams } from '#server/storage/schema/people.ts'
import { TestApp } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'
import { emptyStore } from '../helpers/store.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

test('a team that is new or has another name is read as it is now, also through another process of the database', async () => {
  const first = await started({})
  const { DATA_DIR, DATABASE_URL, KEY_DIR } = first.context.config
  const second = await started({ DATA_DIR, KEY_DIR, ...(DATABASE_URL ? { DATABASE_URL } : {}) })
  const dana = await first.setUp()
  const lead = 'lead@acme.example,Eng,manager,Eng'
  await first.importRoster(dana, `email,team,role,manages\na@acme.example,Eng / Pay,,\n${lead}`)
  const leads = [await first.signIn('lead@acme.example'), await second.signIn('lead@acme.example')]
  for (const one of leads) expect((await one.get('/actions')).body).toContain('Eng / Pay')

  await first.importRoster(dana, `email,team,role,manages\na@acme.example,Eng / Ledger,,\n${lead}`)

  const made = (await teamIds(first)).get('Eng / Ledger')!
  for (const one of leads) {
    expect((await one.get('/actions')).body).toContain('Eng / Ledger')
    expect((await one.get(`/teams/${made}/actions`)).statusCode).toBe(200)
  }
})

test('what a change did to the teams is gone when the change is undone', async () => {
  const store = await opened()
  await store.write((tx) => foundOrganisation(tx, 'Acme', 'UTC'))
  const undone = store.write(async (tx) => {
    await addTeam(tx, 'Undone')
    expect(await names(tx)).toEqual(['Undone'])
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await store.write(async (tx) => {
    await addTeam(tx, 'Done')
    expect(await names(tx)).toEqual(['Done'])
  })

  expect(await names(store.read)).toEqual(['Done'])
})

test('an organisation that is set up where another was has none of its teams', async () => {
  const store = await opened()
  for (const name of ['Before', 'After']) {
    await store.write(async (tx) => {
      await emptyEveryTable(tx)
      await foundOrganisation(tx, 'Acme', 'UTC')
      await addTeam(tx, name)
    })
    expect(await names(store.read)).toEqual([name])
  }
})

async function started(environment: NodeJS.ProcessEnv): Promise<TestApp> {
  const safe = await TestApp.start(environment)
  stops.unshift(() => safe.stop())
  return safe
}

async function opened(): Promise<Store> {
  const store = await emptyStore()
  stops.unshift(() => store.close())
  return store
}

async function addTeam(tx: Writes, name: string) {
  await tx.insert(teams).values({ id: newId(), name, parentId: null })
  await raiseRosterVersion(tx)
}

const names = async (read: Store['read']): Promise<string[]> =>
  [...(await hierarchyOf(read)).paths.values()].flat()
