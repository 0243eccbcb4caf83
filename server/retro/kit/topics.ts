import type { Topic, TopicSources } from './topic.ts'
import { changes, splits, hurts, gaps } from './rules.ts'

export const mostTopics = 3
/** The best of each rule in turn, then the second best, until there are three; never two about one question. */
export function topicsOf(sources: TopicSources): Topic[] {
  const rules: Topic[][] = [changes(sources), splits(sources), hurts(sources), gaps(sources)]
  const chosen: Topic[] = []
  for (let found = true; found && chosen.length < mostTopics;) {
    found = false
    for (const candidates of rules) {
      const next = candidates.find(({ question }) => chosen.every((topic) => topic.question !== question))
      if (!next || chosen.length === mostTopics) continue
      chosen.push(next)
      found = true
    }
  }
  return chosen
}
