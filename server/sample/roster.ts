import type { SamplePerson } from './people.ts'

/** As an administrator would import it. */
export function rosterOf(people: SamplePerson[]): string {
  const paths = (all: string[][]) => all.map((path) => path.join(' / ')).join(';')
  const lines = people.map(({ email, name, path, administrator, manages, facilitates }) => {
    const roles = [
      administrator && 'admin',
      manages.length > 0 && 'manager',
      facilitates.length > 0 && 'facilitator',
    ]
    return [
      email,
      name,
      paths([path]),
      roles.filter(Boolean).join(';') || 'member',
      paths(manages),
      paths(facilitates),
    ]
  })
  return [['email', 'name', 'team', 'role', 'manages', 'facilitates'], ...lines]
    .map((line) => line.join(','))
    .join('\n')
}
