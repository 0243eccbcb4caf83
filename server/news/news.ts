export { lastMonth, resultsLetter } from './letters.ts'
export { toldOf } from './told.ts'
