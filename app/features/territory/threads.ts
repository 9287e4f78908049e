/** What threads of other rooms need of `territory`: how logins and codes are read; no HTTP, no database. */
export { type ExamCodes, plainExamCode } from './exam-codes.ts'
export { type Login, parseLogin } from './login.ts'
export { type Bar, LEAST_SHOWN, mergeSmallBars, suppressSmallCells } from './suppress-small-cells.ts'
