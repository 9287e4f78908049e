/** The demo region: a fictional region with known manipulations, for a first look, for tests and for benchmarks. */
export { generateRegion } from './generate-region.ts'
export { generateWorks, type WorksChunk, type WorksOptions } from './generate-works.ts'
export type { DemoFiles, DemoOptions, DemoRegion, DemoTruth } from './types.ts'
export { writeRegion } from './write-region.ts'
