export {
  seedQuestions,
  questionBank,
  bankEntry,
  addQuestion,
  changeQuestion,
  setRetired,
  moveQuestion,
  type BankEntry,
} from './bank.ts'
export { withName } from './names.ts'
