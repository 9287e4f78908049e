/** The door of `procedures`: what a paper consists of and how its primary scores become marks. */
export { nameOfSet } from './check-scale.ts'
export { loadSpecifications } from './load-specifications.ts'
export { boundariesOf, markOf } from './marks.ts'
export { findSpecification, type Specifications } from './specifications.ts'
export type { Bands, Specification, TaskSpecification } from './types.ts'
