export {
  calendarOf,
  keepMonth,
  pauseCalendar,
  resumeCalendar,
  setCalendar,
  skipMonth,
  usualRule,
  type Calendar,
  type RuleSet,
} from './changing.ts'
export { followCalendar } from './following.ts'
export { occurrencesAfter, type Occurrence, type Rule } from './occurrences.ts'
export { calendarLetter } from './letters.ts'
