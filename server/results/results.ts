export { readingOf, type Reading } from './reading.ts'
export { resultsOf, type Results } from './group.ts'
export { ownAnswersOf, type OwnAnswers } from './own-results.ts'
export { isReadable, publishedCells, type Cells } from './cells.ts'
export { publishedRounds, historyOf, type PublishedRound, type GroupRound } from './history.ts'
export { teamsBeside, classesBeside, type Beside } from './beside.ts'
export {
  isPublished,
  publishedRoundById,
  type Item,
  type ItemResult,
  type PublishedClass,
} from './published.ts'
export { receiptsOf } from './receipts.ts'
export { noteViewing, shownOf, viewingsOf, type Shown, type Viewing } from './viewings.ts'
