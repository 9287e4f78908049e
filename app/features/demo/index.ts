/** The demo region: a fictional region with known manipulations, for a first look, for tests and for benchmarks. */
export { type DemoPlace, foundDemoRegion } from './found-demo-region.ts'
export { generateRegion } from './generate-region.ts'
export { generateWorks, type WorksChunk, type WorksOptions } from './generate-works.ts'
export { plantDemoTerritory } from './plant-demo-territory.ts'
export type { DemoFiles, DemoOptions, DemoRegion, DemoTruth } from './types.ts'
export { writeExams, writeRegion } from './write-region.ts'
