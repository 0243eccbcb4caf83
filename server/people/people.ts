export { findInTree, findTeams, teamReader, type TeamsFound } from './finding.ts'
export { hierarchyOf, pathIn, type TeamPaths } from './hierarchy.ts'
export {
  teamPaths,
  teamTree,
  searchPeople,
  personById,
  type TeamCount,
  type PersonRow,
  type Found,
} from './queries.ts'
export { addPerson, changePerson, removePerson, type PersonChange } from './person.ts'
export {
  startImport,
  importById,
  applyImport,
  importProgress,
  dropOldImports,
  type RosterImport,
} from './importing.ts'
export { lastUndo } from './undo/keeping.ts'
export { forgetUndone, undoLast, undoOfLast, type Undo } from './undo/undoing.ts'
export { chooseMail, mailChoices, readMailChoice, type MailChoice } from './mail-choices.ts'
export { oneClickLink, personOfReminderLink, reminderLink, reminderSecret } from './reminder-links.ts'
export { rosterCsv } from './export.ts'
export { teamsByAddress, teamFinder } from './whereabouts.ts'
