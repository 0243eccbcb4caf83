import { expect, test } from 'vitest'
import { seriesOf, changesIn, workShares } from '#server/insights/insights.ts'
import { topicsOf } from '#server/retro/kit/topics.ts'
import type { Topic } from '#server/retro/kit/topic.ts'
import { roundOf, type Asked } from '../../insights/answers.ts'

const month = '2026-10'
const well = [0, 2, 3, 15, 10]
const badly = [10, 14, 3, 2, 1]

interface Sources {
  now: Asked
  earlier?: Asked['answers']
  around?: Asked['answers']
}

function topics({ now, earlier, around }: Sources): Topic[] {
  const months = ['2026-06', '2026-07', '2026-08']
  const before = earlier ? months.map((one) => roundOf(one, { answers: earlier })) : []
  const history = [...before, roundOf(month, now)]
  const series = seriesOf(history)
  const changes = changesIn(series, month)
  return topicsOf({
    series,
    changes,
    work: workShares(series),
    neighbours: around ? seriesOf([roundOf(month, { answers: around })]) : [],
  })
}

const named = (found: Topic[]) => found.map(({ rule, question }) => `${rule}: ${question}`)

test('each rule in turn gives its best, and three are enough', () => {
  const found = topics({
    earlier: { 'ai-trust': well },
    now: {
      answers: { 'ai-trust': badly, stress: [10, 5, 2, 6, 7], 'ship-confidence': badly },
      work: { tests: [6, 14], review: [9, 11], documentation: [19, 1] },
    },
    around: { 'ship-confidence': well },
  })
  expect(named(found)).toEqual(['change: ai-trust', 'split: stress', 'work: work'])
  // 15 of 30 are hardly stressed, 13 of 30 are.
  expect(found[1]).toMatchObject({ favourable: 0.5, unfavourable: 13 / 30, n: 30 })
  // Of 20 who used AI for tests, 14 say it hurt.
  expect(found[2]).toMatchObject({ work: { row: 'tests', hurt: [0.7, 0.7] }, side: 'worse' })
})

test('a rule that finds nothing leaves its place to the next, then to second bests', () => {
  const found = topics({
    now: { answers: { stress: [10, 5, 2, 6, 7], 'ai-helped': [8, 3, 4, 8, 7], 'ship-confidence': badly } },
    around: { 'ship-confidence': well, stress: [10, 5, 2, 6, 7], 'ai-helped': [8, 3, 4, 8, 7] },
  })
  // The smaller sides: 13 of 30 for stress, 11 of 30 for help. Confidence: 3 of 30 here, 25 of 30 around.
  expect(named(found)).toEqual(['split: stress', 'neighbours: ship-confidence', 'split: ai-helped'])
  expect(found[1]).toMatchObject({ own: [0.1, 0.1], theirs: [25 / 30, 25 / 30], side: 'worse' })
})

test('falls come before rises, and a question is a topic only once', () => {
  const found = topics({
    earlier: { 'ai-helped': badly, 'ai-trust': well },
    now: { answers: { 'ai-helped': well, 'ai-trust': badly } },
    around: { 'ai-trust': well, 'ai-helped': badly },
  })
  // Both are also far from the neighbours, and are not told a second time.
  expect(named(found)).toEqual(['change: ai-trust', 'neighbours: ai-helped'])
  expect(found.map(({ side }) => side)).toEqual(['worse', 'better'])
})

test('a split needs 30 % on each side, exactly that included', () => {
  const stress = (unfavourable: number) =>
    topics({ now: { answers: { stress: [10, 5, 15 - unfavourable, unfavourable, 0] } } })
  expect(named(stress(9))).toEqual(['split: stress'])
  expect(stress(8)).toEqual([])
})

test('a range divides nobody: it may not be so', () => {
  expect(topics({ now: { answers: { stress: [5, 3, 1, 0, 0] } } })).toEqual([])
})

test('work has to hurt at least a third of those who used AI there', () => {
  expect(named(topics({ now: { answers: {}, work: { tests: [20, 10] } } }))).toEqual(['work: work'])
  expect(topics({ now: { answers: {}, work: { tests: [21, 9] } } })).toEqual([])
})

test('neighbours have to be 20 points away, exactly that included', () => {
  const away = (favourable: number) =>
    topics({
      now: { answers: { 'ai-trust': [0, 6, 9, 15, 0] } },
      around: { 'ai-trust': [0, 6, 24 - favourable, favourable, 0] },
    })
  expect(named(away(21))).toEqual(['neighbours: ai-trust'])
  expect(away(20)).toEqual([])
})

test('more or less of something that is neither good nor bad takes no side', () => {
  const [found] = topics({
    now: { answers: { 'review-time': badly } },
    around: { 'review-time': well },
  })
  expect(found).toMatchObject({ rule: 'neighbours', question: 'review-time', side: null })
})

test('where no rule holds there is no topic', () => {
  expect(
    topics({ now: { answers: { stress: [2, 4, 18, 4, 2] } }, around: { stress: [2, 4, 18, 4, 2] } }),
  ).toEqual([])
})
