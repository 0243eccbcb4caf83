import { parseArgs } from 'node:util'
import { linkMinutes, newSignInLink } from '../access/access.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { openKeys } from '../keys.ts'
import { openLog } from '../log.ts'
import { openPost } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { makeSample, removeSample, visitable, type Step } from '../sample/sample.ts'
import { organisationOf, type Organisation } from '../settings/settings.ts'
import { openStore, type Store } from '../storage/index.ts'
import { CannotRun, command, whereabouts } from './command.ts'

/** `npm run sample [-- --seed N] [-- --start-over]`: a company to look around in, and its removal. */
await command(async (config) => {
  const { seed, startOver } = asked()
  const store = await openStore(config)
  try {
    const organisation = await organisationOf(store.read)
    if (organisation && !organisation.sample)
      throw new CannotRun(
        `${whereabouts(config)} holds a real organisation, ${organisation.name}: no sample company is made or removed there.`,
      )
    if (startOver) await remove(config, store, organisation)
    else await make(config, store, organisation, seed)
  } finally {
    await store.close()
  }
})

function asked(): { seed: number; startOver: boolean } {
  const options = {
    seed: { type: 'string', default: '1' },
    'start-over': { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ options })
    if (/^\d{1,9}$/.test(values.seed)) return { seed: Number(values.seed), startOver: values['start-over'] }
  } catch {
    // Told below, like a seed that is no number.
  }
  throw new CannotRun('Usage: npm run sample [-- --seed NUMBER] or npm run sample -- --start-over')
}

async function make(config: Config, store: Store, organisation: Organisation | null, seed: number) {
  const house = { config, store, keys: openKeys(config.KEY_DIR), log: openLog(config.LOG_LEVEL) }
  if (organisation?.sample === 'being made')
    throw new CannotRun(
      'A sample company is being made here, or was left unfinished. If nothing is at work on it: npm run sample -- --start-over',
    )
  if (organisation) console.log(`${organisation.name} is there already.`)
  else await makeSample(house, { seed, progress: sayRound })
  await printLinks(config, store)
}

function sayRound({ work, round, done, total }: Step) {
  if (work === 'founding')
    console.log('A company of 120 invented people, and a year of rounds: about a minute.')
  if (work === 'opening') console.log(`${round} (${done / 3 + 1} of ${total / 3})`)
}

async function printLinks(config: Config, store: Store) {
  const people = await visitable(store.read).catch((error: Error) => {
    if (!(error instanceof Refusal)) throw error
    throw new CannotRun(
      'Somebody real is in its roster by now: sign-in links are made by npm run link -- EMAIL.',
    )
  })
  for (const { role, name, email } of people)
    console.log(`${role}, ${name}: ${await newSignInLink({ config, store, clock: systemClock }, email)}`)
  console.log(
    `Each signs in whoever opens it, once, within ${linkMinutes} minutes. npm run sample prints new ones.`,
  )
}

async function remove(config: Config, store: Store, organisation: Organisation | null) {
  if (!organisation) throw new CannotRun(`${whereabouts(config)} holds no sample company.`)
  const post = openPost(config)
  await removeSample({ store, keys: openKeys(config.KEY_DIR), post })
  post.close()
  console.log(`${organisation.name} is removed. The server prints a new set-up link when /setup is opened.`)
}
