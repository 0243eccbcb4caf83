import { about, points, type Interval } from './shares.ts'
import { rotating } from './kit-questions.ts'
import { plural } from './wording.ts'

const exactly = (value: number): string => about([value, value])

/** For the questions that are there; for those of one's own the rule's own question does. */
const questions: Record<string, string> = {
  ...rotating,
  'ai-helped': 'What made the difference between the days it helped and the days it hurt?',
  'ai-trust': 'What would have to be true for you to rely on it?',
  stress: 'What takes the most out of you at the moment, and what of it can we change ourselves?',
  'safe-to-say': 'What would make it easier to say here: “AI made this worse”?',
  'mistakes-looked-into': 'Think of the last thing that went wrong: what did we ask first?',
  'ai-pressure': 'Where does the pressure come from, and what would happen if we did not give in to it?',
  'ship-confidence': 'What would you want to see before you would put your name to what we ship?',
  'felt-speed': 'Where do we really save time, and where do we only move it to somebody else?',
  'review-time': 'Which reviews are worth their time, and which could we do without?',
  'ai-use': 'What do those of us who use it much do differently from those who do not?',
  work: 'What went wrong there the last time, and when would we rather not use it at all?',
}

/** A team's share beside that of those around it. */
interface Beside {
  name: string
  own: Interval
  theirs: Interval
  around: string
}

export const kit = {
  title: (team: string, round: string | null) => (round ? `${team}: retro after ${round}` : `${team}: retro`),
  open: (signals: number) => `Prepare a retro on ${signals === 1 ? 'this' : 'these'}`,
  tab: 'Retro kit',
  lead: 'Chosen by rule, in the order of what moved. Reword them, reorder them, leave one out.',
  round: 'On the results of',
  show: 'Show',
  nothing:
    'Nothing has been published of this team yet, so there is nothing to propose. A board without topics can be started under Retros.',
  topics: (n: number) =>
    `${['Nothing', 'One thing', 'Two things'][n] ?? 'Three things'} worth forty minutes.`,
  fewer: (n: number) =>
    n === 0
      ? 'No rule found a topic in these results. That is not a verdict: few people show only large differences.'
      : `Only ${plural(n, 'topic', 'topics')}: the rules found no more in these results.`,
  card: { text: 'On the card', figure: 'Its figure', question: 'Its question' },
  take: 'on the wall',
  up: (topic: string) => `Move up: ${topic}`,
  down: (topic: string) => `Move down: ${topic}`,
  moved: (topic: string, place: string, of: number) => `${topic}: now ${place} of ${of}.`,
  why: 'Why this',
  pooled: (name: string) => `These are the answers of ${name}: the team is too small to be shown by itself.`,
  rules: {
    change: 'The clearest change that is more than chance, falls before rises; then what leans down.',
    split:
      'The question on which answers are most divided, with at least 30 % favourable and at least 30 % unfavourable.',
    work: 'The kind of work in which AI hurts most, if for at least a third of those who used it there.',
    neighbours: 'The question in which the team is farthest from those around it, by at least 20 points.',
  },
  lines: {
    split: (name: string) => `${name}: the team is split`,
    work: (row: string) => `AI hurts most in ${row.toLowerCase()}`,
    neighbours: ({ name, own, theirs, around }: Beside) => {
      const isBelow = own[1] < theirs[0]
      const gap: Interval = isBelow
        ? [theirs[0] - own[1], theirs[1] - own[0]]
        : [own[0] - theirs[1], own[1] - theirs[0]]
      return `${name}: ${points(gap)} ${isBelow ? 'less' : 'more'} than in ${around}`
    },
  },
  figures: {
    split: (favourable: number, unfavourable: number, n: number) =>
      `${exactly(favourable)} at the good end and ${exactly(unfavourable)} at the other, of ${plural(n, 'person', 'people')}.`,
    work: (hurt: Interval, n: number) =>
      `So said ${about(hurt)} of the ${plural(n, 'person', 'people')} who used it there.`,
    neighbours: ({ own, theirs, around }: Beside) => `${about(own)} here, ${about(theirs)} in ${around}.`,
  },
  organisation: 'the whole organisation',
  question: (id: string, rule: keyof typeof ruleQuestions): string => questions[id] ?? ruleQuestions[rule],
  added: 'Topics of your own',
  addedHint: 'One a line, up to ten. They come after the others.',
  more: 'Topics of your own, and other columns',
  template: 'Columns',
  templateHint:
    'A topic about something better or worse goes into the column for that; every other into the last.',
  start: 'Put it on the wall',
  startNote:
    'This starts a board. Everybody with its code reads the cards. Nothing else of this page is shown there.',
  before: 'From last time',
  beforeNone: 'Nothing is open, and nothing has ended since the last retro.',
  actions: 'All actions of the team',
  states: { open: 'open', done: 'done', dropped: 'dropped' },
  asked: (round: string) => `What people said in ${round}`,
  remarks: 'What people wrote to the team’s retro',
  remarksNone: 'Nobody addressed a remark to the team’s retro in this round.',
  results: 'All results of the team',
}

const ruleQuestions = {
  change: 'What has changed since then?',
  split: 'What do the two sides see that the other does not?',
  work: questions['work']!,
  neighbours: 'What is different with us?',
}
