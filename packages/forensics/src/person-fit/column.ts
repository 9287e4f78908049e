/** One number for each of N pupils, or nothing where the statistic does not exist for the pupil. */
export interface Column {
  /** N values; 0 where absent, never NaN or Infinity. */
  readonly values: Float64Array
  /** N flags: 1 where the value exists. */
  readonly present: Uint8Array
}

/** An empty column for `count` pupils. */
export function createColumn(count: number): Column {
  return { values: new Float64Array(count), present: new Uint8Array(count) }
}

/** The value of a pupil, null where it does not exist. */
export function valueAt(column: Column, pupil: number): number | null {
  return column.present[pupil] === 1 ? column.values[pupil] : null
}

/** Writes a value; a number that is not finite is left absent. */
export function setValue(column: Column, pupil: number, value: number): void {
  if (!Number.isFinite(value)) return
  column.values[pupil] = value
  column.present[pupil] = 1
}
