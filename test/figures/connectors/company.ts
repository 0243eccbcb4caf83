import { visitVendors } from '#server/figures/figures.ts'
import { usualAsking } from '#server/figures/connectors/visiting.ts'
import type { Context } from '#server/context.ts'
import { roster, TestApp, type Visitor } from '../../helpers/app.ts'
import type { VendorServer } from './vendor-server.ts'

const day = 24 * 60 * 60_000

/** A company with a roster, on the second of November. */
export async function company(sizes: Record<string, number>) {
  const safe = await TestApp.start()
  const dana = await safe.setUp()
  await safe.importRoster(dana, roster(sizes))
  return { safe, dana }
}

export type Company = Awaited<ReturnType<typeof company>>

/** Allows a test's vendor as one of the own network. */
export const allow = (dana: Visitor, { host }: VendorServer) =>
  dana.post('/chat/hosts', { host, internal: 'yes' })

/** Connects a vendor; throws what the page says where it is not taken. */
export async function connect(dana: Visitor, vendor: string, form: Record<string, string>): Promise<void> {
  const answer = await dana.postJson(`/figures/connectors/${vendor}`, form)
  if (answer.statusCode >= 400) throw new Error(answer.body)
}

/** Presses the button: why it does not work, null where it does. */
export const tried = async (dana: Visitor, vendor: string): Promise<string | null> =>
  (await dana.postJson(`/figures/connectors/${vendor}/test`, {})).json().reason

export async function sourceOf(dana: Visitor, vendor: string) {
  const { sources } = (await dana.get('/figures/connectors', { accept: 'application/json' })).json()
  return sources.find((one: { vendor: string }) => one.vendor === vendor).connected
}

/** What the night does, with vendors that are given less time than real ones. */
export const visit = (context: Context, signal = new AbortController().signal, slowly = false) =>
  visitVendors(context, signal, { ...usualAsking, pause: 1, patience: 2000, slowly })

/** Days later, at the same hour. */
export const sleep = (safe: { clock: { advance(milliseconds: number): void } }, days = 1) =>
  safe.clock.advance(days * day)
