export {
  boardById,
  boardByCode,
  boardToLead,
  boardsOf,
  contentOf,
  type Board,
  type Content,
} from './queries.ts'
export { changeBoard } from './changes.ts'
export { columnFor, startBoard, templates, type Columns, type NewBoard, type Template } from './start.ts'
export { changeCard, ownCard, removeCard, writeCard } from './cards.ts'
export { groupCards, hideCards, nameGroup, separateCards, showCards } from './groups.ts'
export { castVote, withdrawVote } from './votes.ts'
export { endBoard, moveStage, setLocked, setTimer } from './stages.ts'
export { tidyBoards } from './retention.ts'
export { asDecision, decideOnBoard, fromLastTime } from './decisions.ts'
export { Device, newSecret } from './secrets.ts'
export { cardText } from './forms.ts'
