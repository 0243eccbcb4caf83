import { capital, listed, plural } from '../wording.ts'

export const form = {
  newTitle: 'Plan a round',
  editTitle: 'Change the plan',
  lead: 'Nothing is sent before the opening. On the next page you see which teams are shown by themselves, and which are pooled.',
  name: 'Name',
  month: 'Month',
  monthHint: 'The month it stands for in trends, such as 2026-11.',
  opens: 'Opens',
  opensHint: (zone: string) => `In ${zone}. It opens by itself then, unless you open it before.`,
  closes: 'Closes',
  closesHint: (zone: string) => `In ${zone}. Once the round is open this cannot change.`,
  reminds: 'Reminder',
  remindsAgain: 'A second reminder',
  remindsHint:
    'One mail to everybody invited, the same to all, with thanks to those who have answered. Empty: none.',
  threshold: 'Threshold',
  thresholdHint: 'Nothing is shown for fewer people than this. At least 5.',
  questions: 'Questions',
  questionsHint: 'Each question is shown by one kind of group in a round, and by no other ever.',
  cut: 'Shown by',
  who: 'Who is asked',
  whoHint: 'Without a choice, everybody who answers.',
  whoTyped: 'One team path a line, such as Engineering / Platform; all teams below are asked as well.',
  submit: 'Save the plan',
  summary: (questions: number, seconds: number) =>
    `${plural(questions, 'question', 'questions')}, about ${seconds} seconds`,
  shownBy: (cuts: string[]) => `shown ${listed(cuts)}`,
  someTeams: 'some teams',
  sentence: (parts: string[]) => `${capital(parts.join('; '))}.`,
  change: 'Change what is asked, of whom and how',
}
