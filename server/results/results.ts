export { readingOf, type Reading } from './reading.ts'
export { remarksOf, resultsOf, type Results } from './round-results.ts'
export { ownAnswersOf, type OwnAnswers } from './own-results.ts'
export { classesSeen, isReadable } from './classes-seen.ts'
export { publishedCells, type PublishedCell } from './cells.ts'
export {
  listPublished,
  publishedRoundById,
  publishedRounds,
  type PublishedRound,
} from './published-rounds.ts'
export { historyOf, dividedHistoryOf } from './history.ts'
export { type GroupRound } from './group.ts'
export { whoIn, withParts } from './parts.ts'
export { teamsBeside, classesBeside, type Beside } from './beside.ts'
export { isPublished, type Item, type ItemResult, type Part, type PublishedClass } from './published.ts'
export { dropOldRemarks } from './retention.ts'
export { receiptsOf } from './receipts.ts'
export { noteViewing, shownOf, viewingsOf, type Shown, type Viewing } from './viewings.ts'
export { resultsAnnouncement } from './announcements.ts'
