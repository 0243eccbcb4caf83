const formerColleague = 'a former colleague'

export const decide = {
  title: 'What was decided',
  none: 'Nothing yet.',
  text: 'What will be done',
  owner: 'Who takes it on',
  due: 'By when',
  add: 'Add',
  formerColleague,
  by: (owner: string | null, due: string) => `${owner ?? formerColleague}, by ${due}`,
  before: 'From last time',
  overdue: 'overdue',
  states: { open: 'open', done: 'done', dropped: 'dropped' },
  write: 'Write an action',
  everybody: 'Everybody can write one on their phone. The next round asks, anonymously, whether each helped.',
}
