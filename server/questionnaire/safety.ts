import type { Question } from '../storage/schema/questions.ts'
import { scale, highIsGood, lowIsGood, howOften, riskyToSafe } from './defaults.ts'

const hardToEasy = ['Very hard', 'Rather hard', 'Neither hard nor easy', 'Rather easy', 'Very easy']

/** What is asked once a quarter besides. */
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
