import { FiguresUnreadable } from './faults.ts'

const longestLine = 1024 * 1024

/** Hands over every line that is not blank, the first being 1. Holds no more than one line and one piece of text. */
export async function readLines(
  text: AsyncIterable<string>,
  take: (line: string, number: number) => void,
): Promise<void> {
  let begun = ''
  let number = 0
  const hand = (line: string) => {
    number += 1
    if (line.trim() !== '') take(line, number)
  }
  for await (const piece of text) {
    const lines = (begun + piece).split('\n')
    begun = lines.pop() ?? ''
    if (begun.length > longestLine) throw new FiguresUnreadable(number + 1, 'lineTooLong')
    lines.forEach(hand)
  }
  hand(begun)
}
