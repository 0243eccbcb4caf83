import type { Gap, GapName, SignOfShow } from '../../insights/gap-props.ts'
import { about, percent, points, type Interval } from './shares.ts'
import { compared, difference, isNarrow, isNothing, turned, way, type Before } from './gap-distances.ts'
import { listed } from './wording.ts'

interface Part {
  value: Interval
  /** As it is called: "October 2026". */
  month: string
  /** What a relative change is against. */
  since: string
}

const tenths = [
  'None',
  'One in ten',
  'Two in ten',
  'Three in ten',
  'Four in ten',
  'Half',
  'Six in ten',
  'Seven in ten',
  'Eight in ten',
  'Nine in ten',
  'All',
]

/** "Nine in ten", "About half"; null for what is near to no tenth, or a wider range. */
function inTenths([low, high]: Interval): string | null {
  const nearest = Math.round(percent((low + high) / 2) / 10)
  const furthest = Math.max(...[low, high].map((end) => Math.abs(percent(end) - 10 * nearest)))
  const word = tenths[nearest] ?? null
  if (furthest === 0) return word
  return furthest > 2 || nearest === 0 || nearest === 10 ? null : `About ${word?.toLowerCase()}`
}

/** How many, of several groups of people: all in words or all in figures, so that they can be compared. */
function howMany(shares: Interval[]): string[] {
  const words = shares.map(inTenths)
  const inFigures = words.includes(null)
  return shares.map((share, n) => {
    const said = (inFigures ? null : words[n]) ?? about(share)
    const lower = `${said.charAt(0).toLowerCase()}${said.slice(1)}`
    return n > 0 ? lower : `${said.charAt(0).toUpperCase()}${said.slice(1)}`
  })
}

interface Pair {
  first: Part & { name: GapName }
  second: Part
  difference: Interval
  before: Before
}

type Rule = NonNullable<Gap['rule']>

/** What a rule needs that is missing, after "without". */
const changesSought: Record<SignOfShow, string> = {
  use: 'certain figures of use, half a year apart or longer',
  seen: 'a certain answer to whether AI is used to be seen',
  help: 'an earlier month of whether AI helped',
  pressure: 'an earlier month of pressure to use AI',
}

/** What each gap says in one sentence. */
export const gapSentences = {
  missing: (names: GapName[], month: string): string =>
    `N${listed(names.map((name) => `no ${sought[name]}`)).slice(1)} for ${month}, so this gap cannot be told.`,
  trust: ({ first, second, difference: gap, before }: Pair): string => {
    const [use, trust] = howMany([first.value, second.value])
    const who = first.name === 'adoption' ? 'use AI tools' : 'use AI three days a week or more'
    const when = first.month === second.month ? '' : ` (in ${first.month})`
    return `${use} ${who}${when}, ${trust} rely on what they make: ${difference(gap, before, ['use', 'trust'])}.`
  },
  pressure: ({ first, second, difference: gap, before }: Pair): string => {
    const [use, help] = howMany([first.value, second.value])
    return `${use} use AI three days a week or more, ${help} say it helped: ${difference(gap, before, ['use', 'help'])}.`
  },
  show: (use: Part & { name: GapName }, seen: Part, { holds, unknown }: Rule): string => {
    const [users, seers] = howMany([use.value, seen.value])
    const who = use.name === 'adoption' ? 'use AI tools' : 'use AI three days a week or more'
    const when = use.month === seen.month ? '' : ` (in ${seen.month})`
    const figures = `${users} ${who}, ${seers} say AI is often used mainly to be seen${when}`
    if (holds === null)
      return `${figures}; whether that is use for show cannot be told without ${listed(unknown.map((sign) => changesSought[sign]))}.`
    return `${figures}: ${holds ? 'by the rule below, use for show' : 'by the rule below, no use for show'}.`
  },
  perception: (felt: Part, lead: Part): string => {
    const [faster, longer] = [way(felt.value), way(lead.value)]
    const joined = faster !== 0 && faster === longer ? 'but' : 'and'
    return `${feeling(felt.value)}, ${joined} ${leadTime(lead)}.`
  },
  review: (review: Part, deployments: Part, before: Before): string => {
    const [reviewers] = howMany([review.value])
    const went = before ? `, ${compared(review.value, before.share, before.month)},` : ''
    return `${reviewers} review nine hours a week or more${went} and there were ${deployed(deployments)}.`
  },
}

/** What is missing, after "no". */
const sought: Record<GapName, string> = {
  adoption: 'adoption figure',
  use: 'figure of frequent use',
  trust: 'figure of whether AI can be relied on',
  help: 'figure of whether AI helped',
  pressure: 'figure of pressure to use AI',
  seen: 'answer to whether AI is used to be seen',
  felt: 'figure of felt speed',
  'lead time': 'change of lead time over half a year or longer',
  review: 'figure of time spent on review',
  deployments: 'change in deployments over half a year or longer',
}

function feeling(value: Interval): string {
  const more = way(value)
  if (more > 0) return `More feel faster with AI than slower, by ${points(value)}`
  if (more < 0) return `More feel slower with AI than faster, by ${points(turned(value))}`
  if (isNothing(value)) return 'As many feel faster with AI as feel slower'
  return isNarrow(value)
    ? 'About as many feel faster with AI as feel slower'
    : 'A range leaves open whether more feel faster with AI or slower'
}

function leadTime({ value, month, since }: Part): string {
  const change = percent(Math.abs(value[0]))
  if (change === 0) return `changes took as long in ${month} as in ${since}`
  return `changes took ${change}\u00a0% ${value[0] > 0 ? 'longer' : 'less time'} in ${month} than in ${since}`
}

function deployed({ value, month, since }: Part): string {
  const change = percent(Math.abs(value[0]))
  if (change === 0) return `as many deployments in ${month} as in ${since}`
  return `${change}\u00a0% ${value[0] > 0 ? 'more' : 'fewer'} deployments in ${month} than in ${since}`
}
