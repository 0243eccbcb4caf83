import type { Wanted } from './connector-forms.ts'
import { forms } from './connector-forms.ts'
import { reasons } from './connector-reasons.ts'

export type { Wanted }

export const connectors = {
  title: 'Connected sources',
  lead: 'Figures that are fetched by themselves, every night, with a token you give once. A month is taken when it is final, on the fourth day of the next. People are counted by group while they are read; no name, login or address is stored.',
  back: 'To the figures',
  connect: 'Connect',
  connectLabel: (source: string) => `Connect ${source}`,
  change: 'Change',
  changeLabel: (source: string) => `Change how ${source} is connected`,
  removeLabel: (source: string) => `Disconnect ${source}`,
  remove: 'Disconnect',
  test: 'Test',
  testLabel: (source: string) => `Test ${source}`,
  rehearse: 'What would be stored?',
  rehearseLabel: (source: string) => `What would be stored of ${source}?`,
  works: 'It works: the token opens what is needed.',
  fails: 'It does not work.',
  at: (host: string) => `At ${host}.`,
  first: 'Its last two final months are fetched tonight.',
  upTo: (month: string, when: string) => `Brought up to ${month}. Last asked on ${when}.`,
  failing: (since: string) => `Nothing was fetched since ${since}. It is tried again every night.`,
  about: {
    copilot: 'Who uses it, by team, from the usage metrics of your GitHub organisation.',
    cursor: 'Who uses it, from the daily usage of your Cursor team.',
    'claude-code': 'Who uses it, from the analytics of your Claude Console organisation.',
    github:
      'Lead time, review time and deployment frequency of repositories, for the teams whose work they hold. Nobody’s name is asked for.',
    devlake:
      'All five delivery measures and review time, from what your Apache DevLake has collected, by a database role that may only read.',
  },
  forms,
  reasons,
  removal: {
    title: (source: string) => `Disconnect ${source}?`,
    lead: 'Its token is deleted and nothing more is fetched. The figures it brought stay.',
    submit: 'Disconnect',
  },
  letter: {
    subject: (source: string) => `No figures from ${source}`,
    lead: (source: string, since: string) => `Nothing could be fetched from ${source} since ${since}.`,
    after:
      'It is tried again every night. You are told this once; when it works again, nothing more has to be done.',
    button: 'See it',
  },
}
