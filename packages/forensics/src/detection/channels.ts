import type { ChannelId } from '../channels/contract.ts'

/** The channels of one set that need nothing but its works: these alone are measured by `power`. */
export const POWER_CHANNELS = [
  'level',
  'task-profile',
  'homogeneity',
  'similarity',
  'boundary',
  'leniency',
  'leak',
  'journal',
  'omission',
] as const satisfies readonly ChannelId[]
export type PowerChannel = (typeof POWER_CHANNELS)[number]

/**
 * Every channel of a set: those above, the tail of the scale, what the same classes did in another year, and what the
 * school's examination says. The last two are silent where there is nothing to hold the works against.
 */
export const DETECTION_CHANNELS = [
  ...POWER_CHANNELS,
  'tail',
  'cohort-drift',
  'external',
] as const satisfies readonly ChannelId[]
export type DetectionChannel = (typeof DETECTION_CHANNELS)[number]

/**
 * Channels that make the degree. The tail and the examination stand beside it: the examination is one number per school,
 * which its classes would count as many times as there are of them; the tail, whose counts are few and skew, raised the false alarms
 * of six honest demo regions from 54 to 71, where the cohort drift lowered them to 41.
 */
export const COMBINED_CHANNELS: readonly DetectionChannel[] = [...POWER_CHANNELS, 'cohort-drift']

/**
 * Channels each of which alone sees its way of manipulating: a school may be flagged by one of them. Level, profile,
 * homogeneity, journal and drift see what others see as well, or what has many innocent causes, and speak through the
 * degree of the class.
 */
export const ALONE_CHANNELS = [
  'boundary',
  'leniency',
  'leak',
  'similarity',
  'omission',
] as const satisfies readonly PowerChannel[]

/** One value per channel. */
export function perChannel<Id extends ChannelId, Value>(
  ids: readonly Id[],
  of: (id: Id) => Value,
): Record<Id, Value> {
  return Object.fromEntries(ids.map(id => [id, of(id)])) as Record<Id, Value>
}
