import { gapSentences } from './gap-sentences.ts'
import { points, relative, share } from './shares.ts'

export const gaps = {
  title: (group: string, month: string) => `Gaps: ${group}, ${month}`,
  lead: 'Pairs of figures that should go together. Where they do not, something is worth asking about.',
  names: {
    trust: 'Trust gap',
    perception: 'Perception gap',
    pressure: 'Pressure',
    show: 'Use for show',
    review: 'Review load',
  },
  parts: {
    adoption: 'used AI tools at all (adoption)',
    use: 'use AI three days a week or more (own report)',
    trust: 'say AI can be relied on',
    help: 'say AI helped',
    pressure: 'are free of pressure to use AI',
    seen: 'say AI is often used mainly to be seen',
    felt: 'feel faster than without AI, less those who feel slower',
    'lead time': 'change lead time, against a year before',
    review: 'review nine hours a week or more',
    deployments: 'deployments, against a year before',
  },
  partValue: { share, points, relative },
  missing: 'no figure',
  formula: {
    trust: 'Adoption less the share who say AI can be relied on.',
    perception:
      'Felt speed with AI beside the measured change of lead time; two units, so nothing is subtracted.',
    pressure: 'Frequent use less the share helped, beside the share free of pressure.',
    show: 'Holds where at least half use AI tools, ten points more than about a year before; at least a third say it is often used mainly to be seen; whether AI helped is not rising; and freedom from pressure is falling by more than chance.',
    review: 'Share of heavy reviewers beside the change in deployments.',
  },
  source: {
    trust: 'Imported adoption figures, else self-reported use; the question on reliance.',
    perception: 'The question on felt speed; imported lead time.',
    pressure: 'The questions on use, help and pressure.',
    show: 'Imported adoption figures, else self-reported use; the questions on use to be seen (asked every third month), help and pressure.',
    review: 'The question on review time; imported deployment frequency.',
  },
  limit: {
    trust:
      'Adoption counts any use in the month, so a gap is not a fault by itself: people may use and check.',
    perception: 'Lead time has many causes. The gap shows that feeling and measure differ, never why.',
    pressure: 'Three questions, asked of the same people, but never joined by person.',
    show: 'Four questions that are never joined by person: it is told of a team that these go together in time, never why, and of nobody that they use AI for show.',
    review: 'Hours are estimated by the people themselves; fewer deployments may be wanted.',
  },
  explained: 'Formula, source, limit',
  formulaLabel: 'Formula',
  sourceLabel: 'Source',
  limitLabel: 'Limit',
  sentence: gapSentences,
}
