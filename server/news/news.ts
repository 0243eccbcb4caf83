export { lastMonth, resultsLetter } from './letters.ts'
