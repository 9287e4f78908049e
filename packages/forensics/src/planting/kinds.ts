import type { ChannelId } from '../channels/contract.ts'

/**
 * Ways of manipulating that can be planted; «class» is any group of the works. What `size` does beside 1:
 *
 * - `dictate`: answers given to everybody on a share of the tasks, drawn from 35–70 % for each class; size scales the share.
 * - `lift`: works at most 3 points below a boundary of marks are raised to it, by points on tasks drawn at random; size
 *   scales the reach.
 * - `leak`: half of the class has the same six tasks right, the same tasks in all classes; size scales the share of pupils.
 * - `lenient`: one point more, up to the maximum, on every open task; size is the chance of a mark to be raised (the
 *   whole part of a size above 1 are certain points).
 * - `copy`: 35 % of the class have the answers of its best work; size scales the share of pupils.
 * - `fill`: blanks («X») are filled in with right answers; size is the chance of a blank to be filled.
 */
export const PLANT_KINDS = ['dictate', 'lift', 'leak', 'lenient', 'copy', 'fill'] as const
export type PlantKind = (typeof PLANT_KINDS)[number]

/** The channel meant for each kind, named before any power was measured. */
export const MEANT_FOR: Readonly<Record<PlantKind, ChannelId>> = {
  dictate: 'level',
  lift: 'boundary',
  leak: 'leak',
  lenient: 'leniency',
  copy: 'similarity',
  fill: 'omission',
}
