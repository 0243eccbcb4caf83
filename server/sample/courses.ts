/**
 * What a year was like at a company that does not exist: AI is used more and more and trusted less and less. One
 * team drowns in what others generate and stops saying so; another has a bad spring and then finds its way. In a third
 * more and more is done with AI, is meant to be seen, and helps no more than before. Those who have seen little can
 * explain less of what they ship, and worry more.
 * All levels are from 1 to 5, all times from 0, the first round, to 1, the last.
 */

/** Where the whole company's mean stands at the beginning and at the end. Not listed: 3, and staying there. */
export const courses: Record<string, [from: number, to: number]> = {
  'ai-use': [2.5, 4.4],
  'ai-trust': [3.7, 2.6],
  'ai-helped': [3.6, 3.5],
  stress: [2.5, 2.9],
  'safe-to-say': [3.7, 3.4],
  'mistakes-looked-into': [3.8, 3.7],
  'ai-pressure': [2.0, 3.2],
  'ship-confidence': [3.8, 3.3],
  'felt-speed': [3.4, 3.9],
  'review-time': [2.3, 3.4],
  'better-or-different': [3.2, 3.1],
  'used-to-be-seen': [1.9, 2.1],
  'understand-shipped': [3.9, 3.5],
  'right-thing': [3.6, 3.5],
  'use-counts': [2.0, 2.5],
  'job-worry': [2.4, 2.8],
  'send-back': [3.8, 3.7],
  'sustainable-pace': [3.5, 3.2],
  'feels-like-mine': [3.8, 3.3],
  'hard-things': [3.3, 2.9],
  'written-down': [2.9, 3.1],
  'safety-mistakes': [2.0, 2.1],
  'safety-problems': [3.6, 3.5],
  'safety-difference': [1.8, 1.8],
  'safety-risk': [3.5, 3.4],
  'safety-help': [4.0, 3.9],
  'safety-undermining': [1.5, 1.5],
  'safety-skills': [3.7, 3.6],
}
