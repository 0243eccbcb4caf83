/**
 * What a year was like at a company that does not exist: AI is used more and more and trusted less and less. One
 * team drowns in what others generate and stops saying so; another has a bad spring and then finds its way.
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
  'safety-mistakes': [2.0, 2.1],
  'safety-problems': [3.6, 3.5],
  'safety-difference': [1.8, 1.8],
  'safety-risk': [3.5, 3.4],
  'safety-help': [4.0, 3.9],
  'safety-undermining': [1.5, 1.5],
  'safety-skills': [3.7, 3.6],
}
