import type { Visitor, TestApp } from './app.ts'
import { openCompany } from './attacks.ts'
import { tokensByAddress } from './answering.ts'
import { teamIds } from './pages.ts'

export const facilitator = 'fay@acme.example'

/** Payments, led by Fay, who works elsewhere; a round has closed already. Ledger and Risk are one unit. */
export const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 4, 'Eng / Risk': 3, 'Ops / Support': 9 }
export const leaders = [
  `${facilitator},Ops / Support,Fay,facilitator,,Eng / Payments;Eng / Ledger;Eng / Risk`,
  'max@acme.example,Ops / Support,Max,manager,Eng,',
]

/** The company with a first round behind it. */
export async function companyWithRetros() {
  const { safe, dana, id } = await openCompany(teams, leaders)
  await dana.postJson(`/rounds/${id}/closure`, {})
  safe.letters.splice(0)
  return { safe, dana, fay: await safe.signIn(facilitator), ids: await teamIds(safe) }
}

export interface Decided {
  team?: string
  text?: string
  owner?: string
  due?: string
}

/** Decides something; returns its id. */
export async function decide(
  by: Visitor,
  ids: Map<string, string>,
  { team = 'Eng / Payments', text = 'Review in pairs.', owner = 'payments1@acme.example', due }: Decided = {},
): Promise<string> {
  const made = await by.postJson('/actions', { team: ids.get(team), text, owner, due: due ?? '2026-11-30' })
  if (made.statusCode !== 201) throw new Error(made.body)
  return made.json().id
}

export async function decideAndDo(
  by: Visitor,
  ids: Map<string, string>,
  decided: Decided = {},
): Promise<string> {
  const id = await decide(by, ids, decided)
  await by.postJson(`/actions/${id}/completion`, {})
  return id
}

/** What somebody who was mailed an invitation is asked. */
export async function invitationOf(safe: TestApp, address: string) {
  const token = tokensByAddress(safe).get(address)!
  return (await safe.visitor().postJson('/answering/invitation', { token })).json()
}
