import type { AssessmentKey } from '../results/index.ts'
import type { FindingData, FinishedRun, RunRecord } from '../screening/index.ts'

/** An assessment that a signal rests on, with the works the school had in it. */
export interface EvidenceSet extends AssessmentKey {
  readonly works: number
}

/**
 * Everything a passport says and draws, without words: frozen when the run ends, so that neither a change of the registry
 * nor of the statistics changes what a school was asked about.
 */
export interface Evidence {
  /** Raised when what follows changes its shape. */
  readonly format: 1
  readonly school: {
    readonly login: string
    readonly name: string | null
    readonly kind: string | null
    readonly locality: string | null
  }
  /** The strongest first. */
  readonly findings: readonly FindingData[]
  readonly sets: readonly EvidenceSet[]
  /** Of our own signals: the budget they were flagged at, and how many false ones are expected among so many. */
  readonly detection: {
    readonly budget: number
    readonly flagged: number
    readonly expectedFalse: number
  } | null
  readonly record: RunRecord
}

type Sign = FinishedRun['signs'][number]

/** Of one sign: the evidence, and the sets of the run it rests on (those of its markers, or all the school wrote). */
export interface Gathered {
  readonly positions: readonly number[]
  readonly evidence: Evidence
}

/** Gathers the evidence of the signs of a run, one after another. */
export function gatherEvidence({ screening }: FinishedRun): (sign: Sign) => Gathered {
  const { detection } = screening
  const schools = new Map(screening.schools.map(school => [school.school, school]))
  const marked = Map.groupBy(screening.markers, ({ school, at }) => `${school} ${at.at(-1)}`)
  return sign => {
    const school = schools.get(sign.school)
    const at =
      sign.source === 'own'
        ? [...(school?.distributions.keys() ?? [])]
        : (marked.get(`${sign.school} ${sign.position}`) ?? []).flatMap(one => one.at)
    // Its own work first: that is where somebody who opens the case begins.
    const positions = [...new Set([sign.position, ...at.toSorted((a, b) => a - b)])]
    const evidence: Evidence = {
      format: 1,
      school: {
        login: sign.school,
        name: school?.name ?? null,
        kind: school?.kind ?? null,
        locality: school?.locality ?? null,
      },
      findings: sign.findings,
      sets: positions.map(position => {
        const { procedure, version, year, grade, subject } = screening.sets[position]
        const works = school?.distributions.get(position)?.reduce((sum, n) => sum + n, 0) ?? 0
        return { procedure, version, year, grade, subject, works }
      }),
      detection:
        sign.source === 'own' && detection
          ? {
              budget: detection.budget,
              flagged: detection.flagged,
              expectedFalse: detection.expectedFalse,
            }
          : null,
      record: screening.run,
    }
    return { positions, evidence }
  }
}
