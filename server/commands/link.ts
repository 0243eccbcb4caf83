import { linkMinutes, newSignInLink } from '../access/access.ts'
import { systemClock } from '../clock.ts'
import { email } from '../web/form.ts'
import { CannotRun, command, withStore } from './command.ts'

/** `npm run link -- EMAIL`: a sign-in link, for when mail is down. */
await command(async (config) => {
  const address = email.safeParse(process.argv[2])
  if (!address.success) throw new CannotRun('Usage: npm run link -- EMAIL')
  await withStore(config, async (store) => {
    const link = await newSignInLink({ config, store, clock: systemClock }, address.data)
    if (!link) throw new CannotRun(`Nobody in the roster has the address ${address.data}.`)
    console.log(link)
    console.log(`It signs in whoever opens it, once, within ${linkMinutes} minutes.`)
  })
})
