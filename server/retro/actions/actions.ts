export {
  actionById,
  actionsFor,
  actionsOf,
  actionsOnBoard,
  countOwners,
  openActionsOwnedBy,
  openActionsPerTeam,
  ownersFor,
  type Action,
  type Owner,
} from './queries.ts'
export {
  addAction,
  changeAction,
  completeAction,
  createAction,
  dropAction,
  followIssue,
  reopenAction,
  type NewAction,
  type Wording,
} from './changes.ts'
export { announceDigest } from './digest.ts'
export { digestAnnouncement } from './announcements.ts'
export { remindOwners } from './reminders.ts'
export { actionReminderLetter } from './letters.ts'
export { choicesFor, daysProposed } from './choices.ts'
export { actionForm } from './forms.ts'
