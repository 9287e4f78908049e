import { createHash } from 'node:crypto'
import {
  COVERAGE_FACTOR,
  FENCE_FACTOR,
  FEWEST_PAIRS,
  FUNNEL_COVERAGES,
  officialMethods,
  ownMeasures,
  ownMethods,
  QUANTILE_TYPE,
  SMALL_SAMPLE,
} from '@objektiv/forensics'
import type { ScreeningSettings } from './settings.ts'
import type { RunRecord } from './types.ts'

/** Raised when the same files may give other numbers for a reason outside the single methods. */
const SCREENING_VERSION = '2'

/** Hashes of everything that went in. */
export interface RunInputs {
  /** SHA-256 of each source file. */
  readonly files: readonly string[]
  readonly registry: string | null
  readonly specifications: string | null
}

/** What anyone needs to make the run again: methods with versions, every setting and threshold, a hash of the data. */
export function runRecord(inputs: RunInputs, settings: ScreeningSettings, createdAt: Date): RunRecord {
  const versions = [...officialMethods, ...ownMethods, ...ownMeasures].map(
    ({ id, version }) => `${id} ${version}`,
  )
  return {
    method: 'method-2019',
    version: SCREENING_VERSION,
    parameters: {
      notAttempted: settings.notAttempted,
      notTaught: settings.notTaught,
      budget: settings.budget,
      absentInPart: 'excluded',
      totalAboveMaximum: 'excluded',
      coverageFactor: COVERAGE_FACTOR,
      minimumPairs: FEWEST_PAIRS,
      fenceFactor: FENCE_FACTOR,
      quantileType: QUANTILE_TYPE,
      smallSample: SMALL_SAMPLE,
      funnelLimit: FUNNEL_COVERAGES[0],
      funnelOuterLimit: FUNNEL_COVERAGES[1],
      methods: versions.join(', '),
    },
    dataHash: hashOf(inputs),
    createdAt: createdAt.toISOString(),
  }
}

/** SHA-256 over the hashes of the inputs; the order in which files were named does not matter. */
function hashOf({ files, registry, specifications }: RunInputs): string {
  const lines = [
    ...files.toSorted().map(hash => `file ${hash}`),
    ...(registry === null ? [] : [`registry ${registry}`]),
    ...(specifications === null ? [] : [`specifications ${specifications}`]),
  ]
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
