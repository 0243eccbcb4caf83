import { plural } from '../wording.ts'

export const list = {
  title: 'People',
  search: 'Name, address or team',
  found: (n: number, shown: number) =>
    n > shown
      ? `${plural(n, 'person', 'people')} found; the first ${shown} are shown. Narrow the search to see others.`
      : `${plural(n, 'person', 'people')} found.`,
  empty: 'Nobody fits. Try a part of the name or the address.',
  emptyRoster: 'The roster is empty. Import it from a file to begin.',
  add: 'Add one person',
  name: 'Name',
  email: 'Address',
  team: 'Team',
  roles: 'Roles',
}
