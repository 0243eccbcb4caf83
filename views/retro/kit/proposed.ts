import type { Change, Interval, Series } from '../../insights/figures.ts'
import { useName } from '../../insights/name.ts'
import { useMonth } from '../../parts/time.tsx'
import { useMessages, useWording } from '../../setting.ts'

interface Found {
  /** The number by which its fields are called. */
  number: number
  question: string
  side: 'better' | 'worse' | null
}

export type Topic = Found &
  (
    | { rule: 'change'; change: Change }
    | { rule: 'split'; series: Series; favourable: number; unfavourable: number; n: number }
    | { rule: 'work'; work: { row: string; series: Series; hurt: Interval; n: number } }
    | { rule: 'neighbours'; series: Series; own: Interval; theirs: Interval }
  )

/** What a card says, as long as nobody has reworded it. */
export interface Card {
  text: string
  figure: string
  question: string
}

/** @param around what the team's neighbours are called */
export function useCard(topic: Topic, around: string): Card {
  const { kit } = useMessages()
  return { ...useFinding(topic, around), question: kit.question(topic.question, topic.rule) }
}

function useFinding(topic: Topic, around: string): Omit<Card, 'question'> {
  const said = useWording()
  const { kit, insights } = useMessages()
  const month = useMonth()
  const nameOf = useName()
  switch (topic.rule) {
    case 'change': {
      const { series, lasting } = topic.change
      const { word, from, to, sinceMonth } = lasting
      return {
        text: insights.sentences.say(word) + insights.sentences.quoted(nameOf(series)),
        figure: insights.sentences.between({ from, to, since: month(sinceMonth) }),
      }
    }
    case 'split': {
      const { series, favourable, unfavourable, n } = topic
      return {
        text: kit.lines.split(nameOf(series)),
        figure: kit.figures.split(favourable, unfavourable, n),
      }
    }
    case 'work': {
      const { row, series, hurt, n } = topic.work
      const kind = said(series.question.text).rows?.[row] ?? row
      return { text: kit.lines.work(kind), figure: kit.figures.work(hurt, n) }
    }
    case 'neighbours': {
      const { series, own, theirs } = topic
      const beside = { name: nameOf(series), own, theirs, around }
      return { text: kit.lines.neighbours(beside), figure: kit.figures.neighbours(beside) }
    }
  }
}
