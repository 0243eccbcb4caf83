export {
  actionById,
  actionsFor,
  actionsOf,
  actionsOnBoard,
  openActionsOwnedBy,
  openActionsPerTeam,
  ownersFor,
  type Action,
  type Owner,
} from './queries.ts'
export {
  changeAction,
  completeAction,
  createAction,
  dropAction,
  reopenAction,
  type NewAction,
  type Wording,
} from './changes.ts'
export { broughtAlong, topicsFor } from '../kit/kit.ts'
export { remindOwners } from './reminders.ts'
export { actionReminderLetter } from './letters.ts'
