export const decide = {
  title: 'What was decided',
  none: 'Nothing yet.',
  text: 'What will be done',
  owner: 'Who takes it on',
  due: 'Until when',
  add: 'Add',
  by: (owner: string | null, due: string) => `${owner ?? 'a former colleague'}, until ${due}`,
  before: 'From last time',
  overdue: 'overdue',
  states: { open: 'open', done: 'done', dropped: 'dropped' },
  most: 'Most votes',
}
