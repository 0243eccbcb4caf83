export { resultsLetter } from './letters.ts'
