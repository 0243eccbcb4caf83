import fc from 'fast-check'
import type { Role } from './company.ts'
import { doors } from './doors.ts'
import { fieldsFor, lies, name, types, usual, writers } from './random-body.ts'
import { encoded, odd } from './random-text.ts'

/** Names of things (company.ts) stand in place of what differs from run to run: `/boards/<board>/seat`. */
export interface RandomRequest {
  role: Role
  method: string
  url: string
  headers: Record<string, string>
  payload?: string
  /** Last number of the address it comes from. */
  from: number
}

const sometimes = <T>(weight: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const rarely = (...values: string[]) => sometimes(40, fc.constantFrom(...values))
const headers = fc
  .record({
    accept: fc.constantFrom(
      'text/html',
      'text/html',
      'application/json',
      '*/*',
      'text/event-stream',
      'q=x;;,',
    ),
    'hx-request': sometimes(3, fc.constant('true')),
    origin: rarely('https://evil.example', 'null', 'x'),
    'sec-fetch-site': rarely('cross-site', 'same-origin', 'none', 'same-site', '?'),
    host: rarely('evil.example', '[::1', 'localhost:3000@evil.example', ''),
    cookie: rarely(
      'session=x',
      `seat=${'a'.repeat(43)}`,
      'notice=__proto__',
      'notice=saved; session=a.b',
      ';=;=%zz',
      'sample=x',
    ),
    authorization: rarely('Bearer x', 'Bearer sts_x', 'Basic eDp4', 'Bearer'),
    'x-forwarded-for': rarely('evil, 10.0.0.1', '::1'),
    'x-forwarded-host': rarely('evil.example'),
    'accept-encoding': rarely('gzip', 'br;q=x', 'identity;q=0'),
    'content-encoding': rarely('gzip'),
    range: rarely('bytes=0-1'),
    referer: rarely('https://evil.example/'),
    'content-length': rarely('20971520', '1'),
  })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
  )

interface Target {
  method: string
  path: string
  /** Whom the door is for; empty where there is none. */
  may: Role[]
}

/** A door, now and then with something else in place of a thing; or a path that nobody made. */
const doorOf = fc.constantFrom(...doors)
const targets: fc.Arbitrary<Target> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(doorOf, sometimes(2, odd)).map(([{ method, address, answers }, other]) => ({
      method,
      path: other === undefined ? address : address.replace(/<[^>]+>/, encoded(other)),
      may: [...answers.keys()],
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.oneof(odd.map(encoded), fc.constantFrom(...doors.flatMap(({ address }) => address.split('/')))),
        {
          maxLength: 5,
        },
      )
      .map((parts) => ({ method: 'GET', path: `/${parts.join('/')}`, may: [] })),
  },
)
const tails = sometimes(20, fc.constantFrom('/', '//', '%', ';x', '#x', '.json', '?', '/..'))
const queries = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.oneof(name, fc.constantFrom('q', 'months', 'page', 'sort', 'group', 'measure', 'was')),
          odd,
        ),
        {
          maxLength: 3,
        },
      )
      .map((pairs) => `?${pairs.map(([one, value]) => `${encoded(one)}=${encoded(value)}`).join('&')}`),
  },
)
const otherMethods = sometimes(15, fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'))

export const requestsOf = (roles: readonly Role[]): fc.Arbitrary<RandomRequest> =>
  targets.chain(({ method, path, may }) =>
    fc
      .record({
        // Two of three are let in, where any of them is.
        role: fc.constantFrom(...roles, ...likely(roles, may)),
        otherMethod: otherMethods,
        tail: tails,
        query: queries,
        headers,
        fields: fieldsFor(path),
        type: fc.constantFrom(...types, ...usual, ...usual, ...usual),
        lie: rarely(...lies),
        from: fc.nat(199),
      })
      .map(({ role, otherMethod, tail, query, headers, fields, type, lie, from }) => {
        const request = {
          role,
          method: otherMethod ?? method,
          url: path + (tail ?? '') + query,
          headers,
          from,
        }
        if (request.method !== 'POST') return request
        const payload = writers[type]!(fields)
        return { ...request, headers: { 'content-type': lie ?? type, ...headers }, payload }
      }),
  )

function likely(roles: readonly Role[], may: Role[]): Role[] {
  const both = roles.filter((role) => may.includes(role))
  return both.length > 0
    ? roles.flatMap((_, n) => [both[n % both.length]!, both[(n + 1) % both.length]!])
    : []
}
