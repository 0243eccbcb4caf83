import type { Change, Series, WorkShare } from '../../insights/insights.ts'
import type { Interval } from '../../disclosure/add.ts'

/** Whether a topic is about something that became better or worse; null where it is about neither. */
export type Side = 'better' | 'worse' | null

interface Found<Rule extends string> {
  rule: Rule
  /** Id of the question it is about. */
  question: string
  side: Side
}

/** Something worth talking about, with the rule that found it and its figure; its words stand in the messages. */
export type Topic =
  | (Found<'change'> & { change: Change })
  | (Found<'split'> & { series: Series; favourable: number; unfavourable: number; n: number })
  | (Found<'work'> & { work: WorkShare })
  | (Found<'neighbours'> & { series: Series; own: Interval; theirs: Interval })

export interface TopicSources {
  /** The team's questions; of each the latest answers count. */
  series: Series[]
  /** What is told of their changes. */
  changes: Change[]
  work: WorkShare[]
  /** The questions of the group around the team. */
  neighbours: Series[]
}
