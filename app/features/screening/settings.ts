/** Settings of a run that can change a number; all of them stand in the run record. */
export interface ScreeningSettings {
  /** «X»: zero points, or nothing known. */
  readonly notAttempted: 'zero' | 'missing'
  /** «не пройд.»: the task leaves the pupil's maximum, or counts as zero points. */
  readonly notTaught: 'leave-maximum' | 'zero'
  /** False alarms allowed per 100 honest schools by our own signals; 0 leaves them out. */
  readonly budget: number
}

export const DEFAULT_SETTINGS: ScreeningSettings = {
  notAttempted: 'zero',
  notTaught: 'leave-maximum',
  budget: 1,
}
