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
} from './actions-queries.ts'
export {
  changeAction,
  completeAction,
  createAction,
  dropAction,
  reopenAction,
  type NewAction,
  type Wording,
} from './actions-changes.ts'
export { broughtAlong, topicsFor } from './kit.ts'
export { remindOwners } from './actions-reminders.ts'
export { actionReminderLetter } from './letters.ts'
