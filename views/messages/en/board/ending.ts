import { cards } from './counts.ts'
import { inflected } from '../wording.ts'

export const ending = {
  title: 'End this retro?',
  text: 'Nothing can be written, grouped or voted on any more, and the code stops working. The record stays for the team.',
  unrevealed: (n: number) =>
    inflected(
      n,
      'One card was never revealed. It will be deleted, so that nobody reads it.',
      `${cards(n)} were never revealed. They will be deleted, so that nobody reads them.`,
    ),
  lastAction: 'An action that is still to be written down? Left empty, there is none.',
  confirm: 'End it for good',
}
