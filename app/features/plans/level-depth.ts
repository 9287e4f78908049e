import type { Level } from './reading/plan.ts'

/** How far below the region. */
export const DEPTH: Readonly<Record<Level, number>> = { region: 0, municipality: 1, school: 2 }
