import { plural } from '../wording.ts'

export const undo = {
  link: 'Undo the last import',
  title: 'Undo the last import?',
  lead: (applied: string, until: string) => `It was applied on ${applied} and can be undone until ${until}.`,
  returning: (n: number) => `${plural(n, 'person comes', 'people come')} back, with team and roles.`,
  leaving: (n: number) =>
    `${plural(n, 'person', 'people')} who joined with it ${n === 1 ? 'leaves' : 'leave'}.`,
  changing: (n: number) =>
    `${plural(n, 'person gets', 'people get')} back the name, team and roles they had.`,
  since: (n: number) =>
    `${plural(n, 'person was', 'people were')} changed or removed since and ${n === 1 ? 'stays' : 'stay'} as they are.`,
  teams: 'Teams get their old names; teams that came with it go, unless they are in use by now.',
  rounds:
    'Rounds that are open stay as they are. Who lost an invitation by leaving is asked again in the next round, and who comes back signs in anew.',
  submit: 'Undo the import',
  forget: 'Delete what is kept',
  forgetText:
    'For a week, what earlier imports replaced is kept to be put back: name, address, team and roles of people who left or changed, and nothing of what anybody answered. Deleted now, no earlier import can be undone. Somebody you remove by hand is deleted from it at once.',
}
