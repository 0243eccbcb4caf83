import type { AttributeQuestion, Band, GridQuestion, Question } from '../storage/schema/questions.ts'
import { scale, remark, highIsGood, lowIsGood, howOften, riskyToSafe } from './defaults.ts'

const amount: Band[] = ['low', 'low', 'middle', 'high', 'high']

/** What is asked every month. */
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
  scale('better-or-different', highIsGood, {
    name: 'AI makes work better, not just different',
    construct:
      'Relative advantage over how the work was done before; after Moore and Benbasat (1991) and Rogers (2003).',
    question: 'In the last month, did AI tools make your work better, or just different?',
    levels: ['Only different', 'Mostly different', 'Both equally', 'Mostly better', 'Only better'],
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
