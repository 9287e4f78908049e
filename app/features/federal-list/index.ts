/**
 * The door of `federal-list`: the federal list of schools with signs of non-objectivity, imported as a fact of others and
 * kept apart from what is computed here.
 */
import './tables.ts'

export { type FederalFile, readFederalFile } from './read-federal-file.ts'
export { type FederalListOptions, federalListRoutes } from './routes.ts'
export { yearsRunning } from './rules.ts'
export { checkFederalFile } from './store/check-federal-file.ts'
export { acceptList } from './store/decide-list.ts'
export { federalYearsOf } from './store/federal-years-of.ts'
