import { plural } from '../wording.ts'

export const teamsPage = {
  title: 'Teams',
  lead: (people: number, teams: number) =>
    `${plural(people, 'person', 'people')} in ${plural(teams, 'team', 'teams')}.`,
  empty: 'There are no teams yet. They come with the roster.',
  import: 'Import a roster',
  people: 'Search people',
  download: 'Download the roster',
  team: 'Team',
  direct: 'In it',
  below: 'With teams below',
  managers: 'Managers',
  vacant: 'nobody now',
}
