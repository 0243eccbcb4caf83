export { seedQuestions, questionBank, bankEntry, type BankEntry } from './bank.ts'
export { addQuestion, changeQuestion, setRetired, moveQuestion } from './changing.ts'
export { withName } from './names.ts'
