import fc from 'fast-check'
import { encoded, odd } from './random-text.ts'

/** What routes ask for, so that a form is nearly right now and then. */
const forms: [path: RegExp, form: Record<string, unknown>][] = [
  [/^\/sign-in$/, { email: 'payments3@acme.example' }],
  [
    /^\/setup/,
    { token: 'guessed', organisation: 'Ours', timeZone: 'UTC', name: 'Eve', email: 'eve@b.example' },
  ],
  [/invitation$/, { token: '<invitation>' }],
  [/tickets$/, { token: '<invitation>', blindedMessage: 'AQ'.padEnd(342, 'A') }],
  [
    /ballots$/,
    {
      round: '<open round>',
      unit: '<nothing>',
      message: 'AA',
      signature: 'AA'.repeat(171),
      ballot: 'e30.e30',
    },
  ],
  [/^\/join/, { code: '<code>' }],
  [/visits$/, { as: 'administrator' }],
  [/settings$/, { name: 'Acme', timeZone: 'UTC', cardsKeptDays: '90' }],
  [/tokens$/, { name: 'spare' }],
  [
    /^\/people/,
    {
      email: 'new@acme.example',
      name: 'New',
      teamId: '<other team>',
      answers: 'yes',
      manages: 'Eng',
      facilitates: '',
    },
  ],
  [/roster\/imports$/, { roster: 'email,team,role\nx@acme.example,A / B,boss' }],
  [/application$/, { renames: ['<team>'] }],
  [/place$/, { place: 'turn-1' }],
  [
    /^\/questions/,
    {
      id: 'new-one',
      kind: 'scale',
      question: 'How?',
      name: 'Well',
      hint: '',
      construct: '',
      levels: ['1', '2', '3', '4', '5'],
      banding: 'rising',
      cut: 'unit',
    },
  ],
  [
    /^\/rounds/,
    {
      name: 'Next',
      month: '2026-12',
      opensAt: '2026-12-01T09:00',
      closesAt: '2026-12-08T09:00',
      remindsAt: '',
      threshold: '5',
      questions: ['stress'],
      teams: ['<team>'],
      'cuts.stress': 'unit',
    },
  ],
  [/^\/calendar\/skips/, { month: '2026-12', word: 'Holidays', tell: 'yes' }],
  [/^\/calendar\/pause/, { pauseWord: 'Later', pauseTell: 'yes' }],
  [
    /^\/calendar/,
    {
      week: '1',
      weekday: '1',
      time: '09:00',
      openDays: '7',
      reminder: '2',
      reminderAgain: '',
      threshold: '5',
    },
  ],
  [/\/learnt/, { text: 'Two people read what an agent wrote.' }],
  [/figures\/measures/, { name: 'Ideas', unit: 'count', better: 'higher', level: 'team' }],
  [/figures\/removals/, { kind: 'adoption', source: 'table', month: '2026-09' }],
  [
    /figures\/connectors/,
    { token: 'sk-ant-admin', organisation: 'acme', address: 'http://127.0.0.1:1', teams: 'acme/pay = Eng' },
  ],
  [/figures\/imports/, { source: 'ours', apply: 'no', file: 'email,month,active\na@b.example,2026-09,yes' }],
  [/acknowledgements$/, { round: '<published round>', signal: 'pause', note: 'We know.' }],
  [/annotations/, { month: '2026-10', text: 'Copilot for everyone' }],
  [/agreements$/, { basedOn: '0', 'colour.tests': 'green', 'note.tests': 'With care.' }],
  [
    /kit(\/topics\/.*)?$/,
    {
      round: '<published round>',
      template: 'ai',
      topic: ['0'],
      'text.0': 'Talk',
      'figure.0': 'Under 5 %',
      'question.0': 'Why?',
      'side.0': 'better',
      added: 'More',
    },
  ],
  [
    /^\/boards$/,
    { team: '<team>', round: '<published round>', template: 'own', columns: 'A\nB', votesEach: '3' },
  ],
  [/stage$/, { from: 'write', to: 'group' }],
  [/timer(\/extension)?$/, { minutes: '5' }],
  [/topic$/, { topic: '<card>' }],
  [/declined$/, { cards: ['<card>', '<card>'] }],
  [/boards\/.*\/moves$/, { card: '<card>', group: '', column: '1' }],
  [/signs/, { value: '1' }],
  [/(groups|separations|hiding|hiding\/removal)$/, { cards: ['<card>'] }],
  [/groups\//, { title: 'Heading' }],
  [/cards(\/<\w+>)?$/, { column: '0', text: 'A card' }],
  [/votes/, { group: '<card>', number: '0' }],
  [
    /actions/,
    {
      team: '<team>',
      round: '<published round>',
      text: 'Pair.',
      owner: 'payments1@acme.example',
      due: '2026-12-24',
      question: 'stress',
    },
  ],
  [/drop$/, { reason: 'Not needed.' }],
]

const json = fc.oneof(
  { weight: 5, arbitrary: odd },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1e21,
      [],
      {},
      [[[[]]]],
      { length: 9 },
      { toString: '' },
    ),
  },
  { weight: 1, arbitrary: fc.array(odd, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(odd, odd, { maxKeys: 3 }) },
)
const names = [...new Set(forms.flatMap(([, form]) => Object.keys(form)))]
export const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: odd },
)
const strayFields = fc.array(fc.tuple(name, json), { maxLength: 3 })

/** The form a path asks for with a few of its fields changed; or fields of any kind. */
export const fieldsFor = (path: string) =>
  fc
    .record({
      right: fc.constantFrom(true, true, true, false),
      changed: fc.oneof(
        fc.constant<[number, unknown][]>([]),
        fc.array(fc.tuple(fc.nat(9), json), { maxLength: 2 }),
      ),
      stray: fc.oneof(
        { weight: 3, arbitrary: fc.constant<[string, unknown][]>([]) },
        { weight: 1, arbitrary: strayFields },
      ),
    })
    .map(({ right, changed, stray }): [string, unknown][] => {
      const fields = Object.entries(forms.find(([asked]) => asked.test(path))?.[1] ?? {})
      if (!right || fields.length === 0) return stray
      for (const [n, value] of changed) fields[n % fields.length]![1] = value
      return [...fields, ...stray]
    })

const asText = (value: unknown): string[] =>
  [value].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))

const asParts = (fields: [string, unknown][]): string =>
  fields
    .flatMap(([name, value]) => asText(value).map((text) => [name, text]))
    .map(([name, text]) => {
      const file = name === 'file' || name === 'roster' ? '; filename="a.csv"' : ''
      return `--edge\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`
    })
    .join('') + '--edge--\r\n'

export const writers: Record<string, (fields: [string, unknown][]) => string> = {
  'application/x-www-form-urlencoded': (fields) =>
    fields
      .flatMap(([name, value]) => asText(value).map((text) => `${encoded(name)}=${encoded(text)}`))
      .join('&'),
  'application/json': (fields) => JSON.stringify(Object.fromEntries(fields)),
  'multipart/form-data; boundary=edge': asParts,
  'text/csv': (fields) => fields.map(([name, value]) => `${name},${asText(value).join(',')}`).join('\n'),
  'application/x-ndjson': (fields) =>
    fields.map((field) => JSON.stringify(Object.fromEntries([field]))).join('\n'),
}
export const types = Object.keys(writers)
export const usual = types.slice(0, 2)
export const lies = [
  ...types,
  'text/plain',
  'application/json; charset=utf-16',
  'image/png',
  'multipart/form-data',
  'x',
  '',
]
