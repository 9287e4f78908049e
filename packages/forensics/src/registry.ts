import { cohortFall, cohortRise } from './official-2019/cohort-jump.ts'
import { highMean } from './official-2019/high-mean.ts'
import { journalMismatch } from './official-2019/journal-mismatch.ts'
import { boundaryBunching } from './own/boundary-bunching.ts'
import { funnel } from './own/funnel.ts'
import { journalGap } from './own/journal-gap.ts'
import { reliability } from './own/reliability.ts'
import { taskInversion } from './own/task-inversion.ts'
import { taskProfile } from './own/task-profile.ts'

/** The method of 2019, which alone marks schools and feeds the index. */
export const officialMethods = [highMean, journalMismatch, cohortRise, cohortFall] as const

/** Our own methods: descriptive until they are calibrated, so they mark nobody. */
export const ownMethods = [boundaryBunching, taskInversion, journalGap] as const

/** Documented computations about a whole set, without a verdict on any school. */
export const ownMeasures = [reliability, funnel, taskProfile] as const
