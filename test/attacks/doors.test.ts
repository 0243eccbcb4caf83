import { afterAll, beforeAll, expect, test } from 'vitest'
import { doors, everybody } from './doors.ts'
import { fullHouse, type House } from './house.ts'

let house: House
beforeAll(async () => {
  house = await fullHouse()
})
afterAll(() => house.safe.stop())

/** A method and an address, as the policy writes them; what belongs to everybody alike, files of the design, aside. */
const routesOf = ({ safe }: House): string[] =>
  safe.app.routeTable
    .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/assets/'))
    .map(({ method, url }) => `${method} ${url}`)

test('every route stands in the policy, once, and the policy names none that is gone', () => {
  expect(doors.flatMap(({ routes }) => routes).toSorted()).toEqual(routesOf(house).toSorted())
})

test('each door lets in whom the policy names, and turns away everybody else', async () => {
  const rules = doors.flatMap(({ allowed, routes }) => routes.map((route) => ({ allowed, route })))
  // Whoever leads is given a seat where they ask for one; and after signing out there is nobody left to ask for.
  const last = ['GET /boards/:id/seat', 'POST /sign-out']
  rules.sort((a, b) => last.indexOf(a.route) - last.indexOf(b.route))
  for (const { allowed, route } of rules)
    for (const who of everybody) {
      const isLetIn = (await house.outcome(who, route)) === 'in'
      expect.soft([route, who, isLetIn]).toEqual([route, who, allowed.includes(who)])
    }
})

test('a door is no wider for another method', async () => {
  for (const route of routesOf(house)) {
    const [method, url] = route.split(' ') as [string, string]
    for (const other of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect.soft([route, other, await house.status(other, url)]).toEqual([route, other, 404])
    const { allow } = house.safe.app.routeTable.find((one) => one.method === method && one.url === url)!
    const head = house.safe.app.routeTable.find((one) => one.method === 'HEAD' && one.url === url)
    if (head) expect.soft([route, head.allow]).toEqual([route, allow])
  }
})
