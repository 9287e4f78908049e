/**
 * What threads of other rooms need of `results`: works and schools of the store. A thread loads every module again, so
 * nothing here knows HTTP or the database (tools/thread-doors.test.ts holds it).
 */
export { matchesSpecification } from './matches-specification.ts'
export { closeDuckDb } from './store/duckdb.ts'
export type { Store } from './store/open-store.ts'
export { readClasses, readExcluded, readSchools } from './store/read-schools.ts'
export { type ClassedWorks, readWorks, worksSource } from './store/read-works.ts'
export type { AssessmentKey, BatchManifest, Task } from './types.ts'
