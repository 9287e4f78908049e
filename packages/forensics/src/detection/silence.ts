import type { Calibration } from '../calibration/index.ts'
import type { PreparedWorks } from '../channels/contract.ts'
import type { LeakValues } from '../channels/leak.ts'
import type { DetectionChannel } from './channels.ts'

/**
 * Why a channel says nothing of a whole set: no measurement model, no journal marks, no scale, no task marked as not
 * attempted, no other year of the same classes, no examination results, no profile that schools share, or too few
 * classes to know its honest noise.
 */
export type Silence =
  | 'no-model'
  | 'no-journal'
  | 'no-scale'
  | 'no-blanks'
  | 'no-cohort'
  | 'no-examination'
  | 'nothing-shared'
  | 'few-groups'

/** What was given beside the works of the set. */
export interface Given {
  readonly cohort: boolean
  readonly examination: boolean
  readonly profiles: LeakValues['profiles']
}

const NEED_MODEL: ReadonlySet<DetectionChannel> = new Set([
  'task-profile',
  'similarity',
  'boundary',
  'leniency',
  'leak',
  'omission',
])

/** Why the channel is silent of every group of the set; null where it speaks of at least one. */
export function silenceOf(
  channel: DetectionChannel,
  { z }: Calibration,
  prepared: Pick<PreparedWorks, 'model' | 'journal' | 'boundaries' | 'notAttempted'>,
  given: Given,
): Silence | null {
  if (z.some(value => !Number.isNaN(value))) return null
  if (channel === 'cohort-drift' && !given.cohort) return 'no-cohort'
  if (channel === 'external' && !given.examination) return 'no-examination'
  if (channel === 'omission' && prepared.notAttempted === null) return 'no-blanks'
  if (channel === 'boundary' && prepared.boundaries === null) return 'no-scale'
  if (channel === 'journal' && !prepared.journal.some(mark => mark > 0)) return 'no-journal'
  if (NEED_MODEL.has(channel) && prepared.model === null) return 'no-model'
  if (channel === 'leak' && given.profiles.length === 0) return 'nothing-shared'
  return 'few-groups'
}
