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
export { startBoard, type NewBoard } from './start.ts'
export { removeTemplate, savedTemplates, saveTemplate } from './templates.ts'
export { columnFor, exerciseBoard, templates, type Columns, type Template } from './templates.ts'
export { changeCard, ownCard, removeCard, writeCard } from './cards.ts'
export { groupCards, hideCards, moveCard, nameGroup, separateCards, showCards } from './groups.ts'
export { countSeat } from './seats.ts'
export { declineSuggestion, suggestionFor } from './suggestion.ts'
export { askForMore, discuss } from './discussion.ts'
export { giveSign, takeSignBack } from './signs.ts'
export { castVote, withdrawVote } from './votes.ts'
export { endBoard, moveStage, setGrouping, setLocked } from './stages.ts'
export { extendTimer, setTimer } from './timer.ts'
export { tidyBoards } from './retention.ts'
export { asDecision, decideOnBoard, fromLastTime, isDeciding } from './decisions.ts'
export { Device, newSecret } from './secrets.ts'
export { boardRules, cardText } from './forms.ts'
export { followBoards } from './days.ts'
export { boardLetter } from './letters.ts'
