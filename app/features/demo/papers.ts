import { boundariesOf, findSpecification, loadSpecifications } from '../procedures/index.ts'
import type { DemoPaper } from './types.ts'

/** The bundled ones only: the demo region is the same whatever specification file a user has. */
const SPECIFICATIONS = await loadSpecifications()

/** The official papers that the demo region writes; in 2022 the same ones again, which is part of the fiction. */
const PAPERS_OF = 2021

/**
 * Expected share of the maximum per task, chosen by hand so that easy and hard tasks lie about where regions
 * report them, from 0.9 down to 0.15.
 */
const SHARES: readonly { grade: number; subject: string; shares: readonly number[] }[] = [
  {
    grade: 4,
    subject: 'Русский язык',
    shares: [
      0.55, 0.82, 0.6, 0.8, 0.72, 0.7, 0.75, 0.52, 0.58, 0.64, 0.7, 0.66, 0.62, 0.68, 0.66, 0.64, 0.57, 0.78,
      0.4, 0.32,
    ],
  },
  {
    grade: 4,
    subject: 'Математика',
    shares: [0.9, 0.78, 0.8, 0.52, 0.62, 0.5, 0.91, 0.82, 0.57, 0.4, 0.5, 0.38, 0.56, 0.62, 0.15],
  },
  {
    grade: 5,
    subject: 'Русский язык',
    shares: [
      0.54, 0.52, 0.87, 0.44, 0.78, 0.4, 0.44, 0.68, 0.72, 0.45, 0.53, 0.42, 0.54, 0.42, 0.51, 0.4, 0.47,
      0.49, 0.46, 0.63, 0.78,
    ],
  },
  {
    grade: 5,
    subject: 'Математика',
    shares: [0.58, 0.53, 0.7, 0.38, 0.73, 0.44, 0.55, 0.38, 0.44, 0.4, 0.88, 0.74, 0.56, 0.56, 0.27, 0.15],
  },
]

/** The paper of a grade and subject; the region knows four. */
export function paperOf(grade: number, subject: string): DemoPaper {
  const key = { procedure: 'ВПР', version: null, year: PAPERS_OF, grade, subject }
  const specification = findSpecification(SPECIFICATIONS, key)?.specification
  const shares = SHARES.find(entry => entry.grade === grade && entry.subject === subject)?.shares
  if (!specification?.tasks || !specification.bands || shares?.length !== specification.tasks.length)
    throw new Error(`no paper for grade ${grade}, ${subject}`)
  const { maxPrimary, bands, tasks } = specification
  const boundaries = boundariesOf(bands)
  if (!boundaries) throw new Error(`no scale for grade ${grade}, ${subject}`)
  return { grade, subject, maxPrimary, bands, boundaries, tasks, shares }
}
