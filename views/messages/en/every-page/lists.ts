import { plural } from '../wording.ts'

export const lists = {
  teamSearch: {
    label: 'Find a team',
    found: (n: number, shown: number) =>
      n > shown
        ? `${plural(n, 'team', 'teams')} found; the first ${shown} are shown. Narrow the search to see others.`
        : `${plural(n, 'team', 'teams')} found.`,
    pathHint: 'With the teams above it, such as Engineering / Platform.',
  },
  paging: {
    label: 'Pages',
    before: 'Page before',
    next: 'Next page',
    place: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
}
