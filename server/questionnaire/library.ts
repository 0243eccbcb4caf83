import type { Question } from '../storage/schema/questions.ts'
import { scale, highIsGood, howMuch, howOften, lowIsGood, notAtAllToFully } from './defaults.ts'

const unclearToClear = [
  'Very unclear',
  'Rather unclear',
  'Neither unclear nor clear',
  'Rather clear',
  'Very clear',
]

/** Worded and ready: asked by nobody until somebody gives it a place. */
export const library: Question[] = [
  scale('consulted', highIsGood, {
    name: 'Asked before AI tools were decided on',
    construct: 'Taking part in a change before it is decided; after Coch and French (1948).',
    question: 'How much were you asked for your view before AI tools were decided on for your work?',
    levels: ['Not at all', 'A little', 'Moderately', 'Much', 'Very much'],
  }),
  scale('clear-owner', highIsGood, {
    name: 'Clear who owns what is delivered',
    construct: 'Role clarity; after Rizzo, House and Lirtzman (1970).',
    question: 'In the last month, how unclear or clear was it who owned what your team delivered?',
    levels: unclearToClear,
  }),
  scale('clear-use', highIsGood, {
    name: 'Clear what AI may be used for',
    construct: 'A stance on AI that is clear and known; after DORA (2025).',
    question: 'How unclear or clear is it what AI may be used for in your team?',
    levels: unclearToClear,
  }),
  scale('review-queue', lowIsGood, {
    name: 'Finished code is reviewed soon',
    construct: 'Waiting for review; after SPACE, efficiency and flow, Forsgren et al. (2021).',
    question: 'In the last month, how long did finished code of your team usually wait for a review?',
    levels: ['Under an hour', 'Up to half a day', 'Up to a day', '2 or 3 days', 'More than 3 days'],
  }),
  scale('done-bar', highIsGood, {
    name: 'The bar for “done” is raised',
    construct: 'Drift of the standard that work is held to; after Vaughan (1996).',
    question: 'In the last month, was your team’s bar for “done” lower or higher than before?',
    levels: ['Much lower', 'A little lower', 'The same', 'A little higher', 'Much higher'],
  }),
  scale('was-used', highIsGood, {
    name: 'What we ship is used',
    construct: 'Use as success of a system; after DeLone and McLean (1992).',
    question:
      'As far as you know, how much of what your team shipped in the last month was used by somebody?',
    levels: howMuch,
  }),
  scale('meaning', highIsGood, {
    name: 'Work means something',
    construct: 'Experienced meaningfulness of work; after Hackman and Oldham (1976).',
    question: 'In the last month, how much did your work mean something to you?',
    levels: notAtAllToFully,
  }),
  scale('learning-shared', highIsGood, {
    name: 'Learning about AI is shared',
    construct: 'Learning behaviour of a team; after Edmondson (1999).',
    question: 'In the last month, how often did somebody in your team share what they learned about AI?',
    levels: howOften,
  }),
]
