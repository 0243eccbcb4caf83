import { listed, plural } from './wording.ts'

export const calendar = {
  title: 'Calendar',
  lead: 'Set once when rounds come. From then on each month opens, reminds and closes by itself, and everybody asked is told when results are in.',
  weeks: ['', 'first', 'second', 'third', 'fourth', 'last'],
  opens: (week: string, weekday: string, time: string, zone: string) =>
    `${week} ${weekday} of the month, ${time} (${zone})`,
  openFor: (days: number) => `open for ${plural(days, 'day', 'days')}`,
  remindsBefore: (days: number[]) =>
    `a reminder ${listed(days.map((n) => plural(n, 'day', 'days')))} before the end`,
  remindsNever: 'no reminder',
  notIn: (months: string) => `not in ${months}`,
  quarterIn: (months: string) => `with the quarterly questions in ${months}`,
  sentence: (parts: string[]) => {
    const said = parts.join('; ')
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
  },
  withQuarterly: 'and the quarterly questions',
  next: 'The next rounds',
  nextProposed: 'The next rounds would be',
  feed: 'In your own calendar, by this address:',
  feedName: (organisation: string) => `Pulse of ${organisation}`,
  feedText: 'Everybody asked is mailed a link of their own when it opens.',
  change: 'Change the rule',
  skipTitle: 'When something comes between',
  skip: 'Leave a month out',
  skipSubmit: 'Leave it out',
  keep: 'Ask after all',
  pause: 'Pause all rounds for a while',
  pauseSubmit: 'Pause',
  pausedTitle: 'Paused: no round opens by itself.',
  resume: 'Go on',
  month: 'Month',
  word: 'Why, in a sentence',
  wordHint: 'Everybody who answers reads it, if you tell them.',
  tell: 'Tell everybody by mail',
  form: {
    week: 'Which one of the month',
    weekday: 'Day',
    time: 'Opens at',
    timeHint: (zone: string) => `In ${zone}, whatever the season. It closes at the same time.`,
    openDays: 'Days it is open',
    reminder: 'Reminder, days before the end',
    reminderHint: 'Everybody gets the same one, with thanks to those who have answered.',
    reminderAgain: 'A second reminder, days before the end',
    without: 'Months without a round',
    quarter: 'Months with the quarterly questions too',
    other: 'Another day, other months',
    submit: 'Set the calendar',
  },
}
