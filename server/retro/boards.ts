export {
  boardById,
  boardByCode,
  boardToLead,
  boardsOf,
  contentOf,
  type Board,
  type Content,
} from './board-queries.ts'
export { changeBoard } from './board-changes.ts'
export { columnFor, startBoard, templates, type NewBoard, type Template } from './board-start.ts'
export { changeCard, ownCard, removeCard, writeCard } from './board-cards.ts'
export { groupCards, hideCards, nameGroup, separateCards, showCards } from './board-groups.ts'
export { castVote, withdrawVote } from './board-votes.ts'
export { endBoard, moveStage, setLocked, setTimer } from './board-stages.ts'
export { tidyBoards } from './board-retention.ts'
