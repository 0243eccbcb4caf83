import type { Question } from '../storage/schema/questions.ts'
import {
  choice,
  scale,
  highIsGood,
  howMuch,
  howOften,
  lowIsGood,
  notAtAllToFully,
  riskyToSafe,
} from './defaults.ts'

/** What is asked besides, one turn a month, so that each question is back every third round. */
export const turns: Question[][] = [
  [
    scale('used-to-be-seen', lowIsGood, {
      name: 'AI used for the work, not for show',
      construct: 'Use as a symbol rather than for substance; after Westphal and Zajac (1994), decoupling.',
      question: 'In the last month, how often was AI used in your team mainly so that it was seen?',
      levels: howOften,
    }),
    scale(
      'understand-shipped',
      highIsGood,
      {
        name: 'Can explain the code they shipped',
        construct: 'Having the theory of a program in mind; after Naur (1985).',
        question: 'How much of the code you shipped in the last month could you explain to a colleague?',
        levels: howMuch,
      },
      'experience',
    ),
    scale('right-thing', highIsGood, {
      name: 'We built the right thing',
      construct: 'Validation: was the right product built; after Boehm (1984).',
      question: 'How much of what your team built in the last month was the right thing to build?',
      levels: howMuch,
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
  ],
  [
    scale('use-counts', lowIsGood, {
      name: 'Judged by the work, not by use of AI',
      construct: 'Rewarding what is easily seen in place of what is hoped for; after Kerr (1975).',
      question: 'How much does use of AI count when people in your team are judged?',
      hint: 'In reviews, comparisons or promotions, for people or against them.',
      levels: ['Not at all', 'A little', 'Moderately', 'Much', 'More than anything else'],
    }),
    scale(
      'job-worry',
      lowIsGood,
      {
        name: 'Hardly worried about the job',
        construct:
          'Job insecurity because of smart technology; after Brougham and Haar (2018), and Greenhalgh and Rosenblatt (1984).',
        question: 'In the last month, how worried were you about your job because of AI?',
        levels: ['Not at all', 'A little', 'Moderately', 'Very', 'Extremely'],
      },
      'experience',
    ),
    scale('send-back', highIsGood, {
      name: 'Safe to send AI code back',
      construct:
        'Psychological safety in code review; after Edmondson (1999), and Bacchelli and Bird (2013).',
      question: 'Would it feel safe or risky to send code written by AI back in a review?',
      levels: riskyToSafe,
    }),
    scale('sustainable-pace', highIsGood, {
      name: 'A pace that can be kept up',
      construct: 'A constant pace that can be kept up indefinitely; after Beck et al. (2001).',
      question: 'For how long could your team keep up the pace of the last month?',
      levels: ['Not a week longer', 'A few weeks', 'A few months', 'About a year', 'As long as needed'],
    }),
  ],
  [
    choice('push-from', {
      construct:
        'Perceived locus of causality of using AI; after Ryan and Connell (1989). Its options are our own.',
      question: 'Where does the push to use AI in your work mostly come from?',
      options: {
        strategy: 'A plan that says what it is for',
        own: 'My own wish',
        colleagues: 'Colleagues it helped',
        show: 'Wanting to look good to others',
        unstated: 'From above, for no stated reason',
        nobody: 'Nobody pushes',
      },
    }),
    scale('feels-like-mine', highIsGood, {
      name: 'The code feels like their own',
      construct: 'Psychological ownership; after Pierce, Kostova and Dirks (2003).',
      question: 'How much did the code you delivered in the last month feel like your own?',
      levels: notAtAllToFully,
    }),
    scale(
      'hard-things',
      highIsGood,
      {
        name: 'Hard things also done without AI',
        construct:
          'Skill kept by use; after Bainbridge (1983), and Bjork and Bjork (2011), desirable difficulties.',
        question: 'In the last month, how often did you work through something hard without AI?',
        levels: howOften,
      },
      'experience',
    ),
    scale('written-down', highIsGood, {
      name: 'What is written down is good enough',
      construct: 'Quality of internal documentation; after DORA (2023).',
      question: 'How poor or good is what your team has in writing to work from?',
      hint: 'Specifications, decisions, instructions for AI agents.',
      levels: ['Very poor', 'Rather poor', 'Neither poor nor good', 'Rather good', 'Very good'],
    }),
  ],
]
