export { monthIn } from './instants.ts'
export { createRound, changePlan, plannedDefaults, usualSelection, type Plan } from './plan.ts'
export {
  allRounds,
  asksTeam,
  roundById,
  roundHead,
  openRounds,
  roundProgress,
  frozenUnits,
  withTeams,
  teamsByUnit,
  manifestOf,
  type Round,
  type RoundHead,
  type RoundProgress,
} from './queries.ts'
export {
  beginOpening,
  openDueRounds,
  openedLateUpTo,
  resumeOpenings,
  previewUnits,
  type Preview,
} from './opening.ts'
export { tellTeamNext, tellAgain, questionIdOf, type TeamNote } from './team-notes.ts'
export { ownQuestions, ownQuestionsOf, type OwnAsked } from './own-questions.ts'
export {
  ticketKey,
  sealKey,
  roundSecret,
  destroyRoundKeys,
  forgetDestroyedKeys,
  forgetMissedKeys,
  roundsWithKeys,
} from './round-keys.ts'
export { keyFault, sealFault, roundsWithKeyFaults, type KeyFault } from './key-check.ts'
export { followRoster, followedRoster } from './following.ts'
export { remindInvited } from './reminders.ts'
export { inviteAgain } from './own-link.ts'
export { announceClosings } from './closing-soon.ts'
export { closingAnnouncement, openedAnnouncement } from './announcements.ts'
export { invitationLetter, reminderLetter, cancellationLetter } from './letters.ts'
