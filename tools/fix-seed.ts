/**
 * On continuous integration properties are tried with one seed, so that a run can be repeated; everywhere else each run
 * tries new cases, and a failure prints the seed that repeats it.
 */
import { configureGlobal } from 'fast-check'

if (process.env.CI) configureGlobal({ seed: 20_261_122 })
