/** What threads of other rooms need of `federal-list`: how years are counted; no HTTP, no database. */
export { yearsRunning } from './rules.ts'
