import type {
  AttributeQuestion,
  Band,
  GridQuestion,
  Question,
  RemarkQuestion,
  ScaleQuestion,
} from '../storage/schema/questions.ts'

/** Why each question is worded as it is, and the full references: docs/questionnaire.md. */

const highIsGood: Band[] = ['unfavourable', 'unfavourable', 'neutral', 'favourable', 'favourable']
const lowIsGood: Band[] = ['favourable', 'favourable', 'neutral', 'unfavourable', 'unfavourable']
const amount: Band[] = ['low', 'low', 'middle', 'high', 'high']

const howOften = ['Never', 'Rarely', 'Sometimes', 'Often', 'Very often']
const hardToEasy = ['Very hard', 'Rather hard', 'Neither hard nor easy', 'Rather easy', 'Very easy']
const riskyToSafe = ['Very risky', 'Rather risky', 'Neither risky nor safe', 'Rather safe', 'Very safe']

export const pulse: Question[] = [
  scale('ai-helped', highIsGood, {
    name: 'AI helped',
    construct: 'Perceived usefulness of AI tools; after Davis (1989), technology acceptance model.',
    question: 'Did AI tools help or hurt your work in the last month?',
    hint: 'AI tools: coding assistants, chats and agents.',
    levels: ['Hurt a lot', 'Hurt a little', 'About even', 'Helped a little', 'Helped a lot'],
  }),
  scale('ai-trust', highIsGood, {
    name: 'AI can be relied on',
    construct:
      'Trust in AI output as something to rely on; after Lee and See (2004), also asked by DORA (2025).',
    question: 'How much could you rely on what AI tools gave you in the last month?',
    levels: ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'],
  }),
  scale('stress', lowIsGood, {
    name: 'Hardly stressed',
    construct:
      'Perceived stress at work; after Cohen et al. (1983); one item suffices for groups: Elo et al. (2003).',
    question: 'How stressed did you feel because of work in the last month?',
    levels: ['Not at all', 'A little', 'Moderately', 'Very', 'Extremely'],
  }),
  scale('safe-to-say', highIsGood, {
    name: 'Safe to say “AI made this worse”',
    construct: 'Psychological safety of saying that AI did harm; after Edmondson (1999).',
    question: 'Would it feel safe or risky to say openly in your team: “AI made this worse”?',
    levels: riskyToSafe,
  }),
  scale('mistakes-looked-into', highIsGood, {
    name: 'Mistakes: the cause, not someone to blame',
    construct: 'Inquiry rather than blame after failure; after Westrum (2004) and Edmondson (1999).',
    question: 'When something went wrong in the last month, what did your team look for?',
    levels: [
      'Only someone to blame',
      'Mostly someone to blame',
      'Both equally',
      'Mostly the cause',
      'Only the cause',
    ],
  }),
  scale('ai-pressure', lowIsGood, {
    name: 'Free of pressure to use AI',
    construct:
      'Pressure to use AI without benefit, the reverse of voluntariness of use; after Moore and Benbasat (1991).',
    question: 'In the last month, how often did you feel pressure to use AI where it did not help?',
    levels: howOften,
  }),
  scale('ship-confidence', highIsGood, {
    name: 'Confident in what we ship',
    construct: 'Perceived quality of delivered work; after SPACE, performance, Forsgren et al. (2021).',
    question: 'How confident are you in the quality of what your team shipped in the last month?',
    levels: ['Not at all', 'A little', 'Moderately', 'Very', 'Completely'],
  }),
  scale('felt-speed', highIsGood, {
    name: 'Feel faster than without AI',
    construct: 'Felt speed with AI against without; it can differ from measured speed: Becker et al. (2025).',
    question: 'How fast was your work in the last month, compared with working without AI?',
    levels: ['Much slower', 'A little slower', 'About the same', 'A little faster', 'Much faster'],
  }),
  scale('review-time', amount, {
    name: 'Review nine hours a week or more',
    construct: 'Review load, own estimate; after SPACE, activity and collaboration, Forsgren et al. (2021).',
    question: 'In a usual week of the last month, how many hours did you spend reviewing code?',
    hint: 'Code by other people or by AI, to the nearest hour.',
    levels: ['0 to 1 hour', '2 to 4 hours', '5 to 8 hours', '9 to 12 hours', '13 hours or more'],
  }),
  scale('ai-use', amount, {
    name: 'Use AI three days a week or more',
    construct: 'Frequency of AI use, own report; self-reported usage after Davis (1989).',
    question: 'How often did you use AI tools for your work in the last month?',
    levels: [
      'Never',
      'Less than once a week',
      '1 or 2 days a week',
      '3 or 4 days a week',
      'Every working day',
    ],
  }),
  {
    id: 'work',
    version: 1,
    construct: 'Fit between tool and kind of work; after Goodhue and Thompson (1995), task-technology fit.',
    kind: 'grid',
    cut: 'area',
    rows: [
      'boilerplate',
      'tests',
      'documentation',
      'debugging',
      'business-logic',
      'integrations',
      'security',
      'architecture',
      'review',
    ],
    text: {
      en: {
        question: 'In the last month, did AI help or hurt in each kind of work?',
        hint: 'Choose what was true more often. Skip a row if it did neither.',
        rows: {
          boilerplate: 'Boilerplate code',
          tests: 'Tests',
          documentation: 'Documentation',
          debugging: 'Debugging',
          'business-logic': 'Business logic',
          integrations: 'Integrations with other systems',
          security: 'Security-sensitive code',
          architecture: 'Architecture',
          review: 'Code review',
        },
        helped: 'Helped',
        hurt: 'Hurt',
        unused: 'Not used',
      },
    },
  } satisfies GridQuestion,
  {
    id: 'experience',
    version: 1,
    construct: 'Years of work in software, in bands; a declared attribute, no published scale.',
    kind: 'attribute',
    options: ['under-2', 'from-2-to-5', 'from-6-to-10', 'over-10'],
    text: {
      en: {
        question: 'How many years have you worked in software?',
        hint: 'In full years. Some results may be shown by experience instead of by team.',
        options: {
          'under-2': 'Under 2 years',
          'from-2-to-5': '2 to 5 years',
          'from-6-to-10': '6 to 10 years',
          'over-10': 'Over 10 years',
        },
      },
    },
  } satisfies AttributeQuestion,
  remark('when-helped', {
    construct: 'Example of help, in the respondent’s words; no published scale.',
    question: 'When did AI help your work in the last month?',
    hint: 'One example is enough.',
  }),
  remark('when-hurt', {
    construct: 'Example of harm, in the respondent’s words; no published scale.',
    question: 'When did AI hurt your work in the last month?',
    hint: 'One example is enough.',
  }),
  remark('what-change', {
    construct: 'Wish for change, in the respondent’s words; no published scale.',
    question: 'What, if anything, should change in how we work with AI?',
  }),
]

export const safety: Question[] = [
  scale('safety-mistakes', lowIsGood, {
    name: 'Nobody is treated worse after a mistake',
    construct: 'Psychological safety: mistakes are not held against people; after Edmondson (1999).',
    question: 'In the last 3 months, how often was someone in your team treated worse after a mistake?',
    levels: howOften,
  }),
  scale('safety-problems', highIsGood, {
    name: 'Easy to talk about serious problems',
    construct: 'Psychological safety: hard problems can be raised; after Edmondson (1999).',
    question: 'How hard or easy is it to talk about serious problems in your team?',
    levels: hardToEasy,
  }),
  scale('safety-difference', lowIsGood, {
    name: 'Nobody is left out for being different',
    construct: 'Psychological safety: people who differ are accepted; after Edmondson (1999).',
    question:
      'In the last 3 months, how often was someone in your team left out for not being like the rest?',
    levels: howOften,
  }),
  scale('safety-risk', highIsGood, {
    name: 'Safe to try what may fail',
    construct: 'Psychological safety: interpersonal risk can be taken; after Edmondson (1999).',
    question: 'How risky or safe does it feel to try something in your team that may fail?',
    levels: riskyToSafe,
  }),
  scale('safety-help', highIsGood, {
    name: 'Easy to ask for help',
    construct: 'Psychological safety: help can be asked for; after Edmondson (1999).',
    question: 'When you are stuck, how hard or easy is it to go to someone in your team?',
    levels: hardToEasy,
  }),
  scale('safety-undermining', lowIsGood, {
    name: 'Nobody makes work harder on purpose',
    construct: 'Psychological safety: nobody works against others on purpose; after Edmondson (1999).',
    question: 'In the last 3 months, how often did someone in your team make your work harder on purpose?',
    levels: howOften,
  }),
  scale('safety-skills', highIsGood, {
    name: 'What people do best is used',
    construct: 'Psychological safety: what each person does best has a place; after Edmondson (1999).',
    question: 'How badly or well does your team make use of what you do best?',
    levels: ['Very badly', 'Rather badly', 'Neither badly nor well', 'Rather well', 'Very well'],
  }),
]

type Words = { construct: string; question: string; hint?: string }
type ScaleWords = Words & { name: string; levels: string[] }

function scale(id: string, bands: Band[], { construct, ...en }: ScaleWords): ScaleQuestion {
  return { id, version: 1, construct, kind: 'scale', cut: 'unit', bands, text: { en } }
}

function remark(id: string, { construct, ...en }: Words): RemarkQuestion {
  return { id, version: 1, construct, kind: 'remark', text: { en } }
}
