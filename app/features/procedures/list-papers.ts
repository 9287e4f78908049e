import type { PaperState } from './rules.ts'
import { stateOfPaper } from './rules.ts'
import { findSpecification, keyOf, type Specifications } from './specifications.ts'
import type { LatestRevision } from './store/specifications-of.ts'
import type { Specification } from './types.ts'

/** A known paper as lists show it. */
export interface Paper {
  readonly specification: Specification
  readonly state: PaperState
  readonly origin: 'bundled' | 'own'
  /** 0 for one that came with the program. */
  readonly revision: number
  readonly revisedAt: Date | null
}

export interface PaperFilters {
  readonly procedure?: string | undefined
  readonly year?: number | undefined
  readonly grade?: number | undefined
  /** Part of the subject's name. */
  readonly q?: string | undefined
  readonly origin?: 'bundled' | 'own' | undefined
  readonly state?: Exclude<PaperState, 'unknown'> | undefined
}

/** Every known paper once, the region's own in the place of the bundled: latest year first, then grade and subject. */
export function listPapers(
  bundled: Specifications['bundled'],
  latest: ReadonlyMap<string, LatestRevision>,
): Paper[] {
  const own = new Map([...latest].map(([key, { specification }]) => [key, specification]))
  const specifications = { file: null, sha256: null, bundled, own }
  return [...new Set([...bundled.keys(), ...own.keys()])]
    .map(key => {
      const kept = latest.get(key)
      const specification = kept?.specification ?? (bundled.get(key) as Specification)
      return {
        specification,
        state: stateOfPaper(findSpecification(specifications, specification)),
        origin: kept ? ('own' as const) : ('bundled' as const),
        revision: kept?.revision ?? 0,
        revisedAt: kept?.createdAt ?? null,
      }
    })
    .sort((a, b) => compare(a.specification, b.specification))
}

export function choosePapers(papers: readonly Paper[], filters: PaperFilters): Paper[] {
  const { procedure, year, grade, q, origin, state } = filters
  const words = fold(q ?? '')
  return papers.filter(
    paper =>
      (procedure === undefined || paper.specification.procedure === procedure) &&
      (year === undefined || paper.specification.year === year) &&
      (grade === undefined || paper.specification.grade === grade) &&
      (origin === undefined || paper.origin === origin) &&
      (state === undefined || paper.state === state) &&
      fold(paper.specification.subject).includes(words),
  )
}

function compare(a: Specification, b: Specification): number {
  return (
    b.year - a.year ||
    a.procedure.localeCompare(b.procedure, 'ru') ||
    a.grade - b.grade ||
    a.subject.localeCompare(b.subject, 'ru') ||
    (keyOf(a) < keyOf(b) ? -1 : 1)
  )
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е')
}
