import type { Suggestion, Topic } from '#views/retro/board/props.ts'
import type { Context } from '../../context.ts'
import { changeBoard, setOnBoard } from './changes.ts'

/** What stands on more cards than this part of them is what everybody talks about, and joins nothing. */
const commonFrom = 1 / 3
const leastShared = 2
const mostDeclined = 200

/**
 * The two groups that have most words in common, at least two that not everybody uses; null where there are none.
 * @param declined pairs that somebody said no to
 */
export function suggestionFor(topics: Topic[], declined: string[]): Suggestion | null {
  const told = topics.map(readTopic)
  const onTopics = new Map<string, number>()
  for (const stem of told.flatMap(({ words }) => [...words.keys()]))
    onTopics.set(stem, (onTopics.get(stem) ?? 0) + 1)
  const most = Math.max(2, topics.length * commonFrom)
  const isRare = (stem: string) => (onTopics.get(stem) ?? 0) <= most
  let best: Suggestion | null = null
  for (const [n, one] of told.entries())
    for (const other of told.slice(0, n)) {
      const shared = [...one.words].filter(([stem]) => isRare(stem) && other.words.has(stem))
      const cards = [other.card, one.card]
      if (shared.length < Math.max(leastShared, (best?.words.length ?? 0) + 1)) continue
      if (declined.includes(pairOf(cards))) continue
      best = { cards, topics: [other.topic, one.topic], words: shared.map(([, word]) => word) }
    }
  return best
}

const readTopic = (topic: Topic) => ({ topic, card: topic.cards[0]?.id ?? '', words: wordsOf(topic) })

/** Not asked again about these two. */
export async function declineSuggestion(context: Context, boardId: string, cards: string[]): Promise<void> {
  await changeBoard(context, boardId, async (tx, { declined }) => {
    const kept = [...new Set([...declined, pairOf(cards)])].slice(-mostDeclined)
    await setOnBoard(tx, boardId, { declined: kept })
  })
}

const pairOf = (cards: readonly string[]): string => [...cards].sort().join(' ')

/** By their stems, as they were first written. Short words join nothing, unless they are written in capitals: PR, CI. */
function wordsOf({ title, cards }: Topic): Map<string, string> {
  const text = [title ?? '', ...cards.map((card) => card.text)].join(' ')
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => word.length > 4 || /^\p{Lu}{2,}s?$/u.test(word))
  return new Map(telling.map((word) => [stemOf(word), word]).reverse() as [string, string][])
}

/** Without a plural's end, in whatever language has one like it: reviews and review are one word. */
const stemOf = (word: string): string => word.toLowerCase().replace(/(?<=..)(es|en|er|s|e|n)$/, '')
