/**
 * Honest noise. A channel gives a value per group and the variance the value would have if pupils were independent
 * given their ability; pupils of one class are not (common teacher, topics just revised), so the true spread of honest
 * groups is wider, the more so the larger the group. `calibrate` estimates it and turns values into z (standard normal
 * for honest groups, large = odd) and one-sided p, and says where the estimate comes from:
 *
 *     const { z, p, noise } = calibrate(values, { controlled })
 *
 * z and p have one entry per group, NaN where the channel is silent. `noise.source` is 'controlled' (groups with
 * observers), 'bulk' (empirical null) or 'model' (too few groups: no allowance for honest noise at all, z is too
 * large; `noise.reason` says so).
 */
export {
  type CalibrateOptions,
  type Calibration,
  calibrate,
  calibrateMeasure,
  type Measure,
} from './calibrate.ts'
export type { Noise, NoiseReason, NoiseStratum } from './noise.ts'
export { fitNullShape, isTrusted, type NullShape, nullZ, shapeOfMajority } from './null-shape.ts'
export { shapeOfHabit, wholeShape } from './whole-shape.ts'
