import type { ChannelValues, PreparedWorks } from './contract.ts'
import { dividedGroups } from './divided-group.ts'
import { directionsOfOthers, residualRows } from './residual-rows.ts'
import { LEAST_WORKS, type TaskResiduals, taskResiduals } from './residuals.ts'
import { findSharedProfile, projections, type Rows, type SharedProfile } from './shared-profile.ts'
import { times, type Whitening } from './whitening.ts'

export interface LeakOptions {
  /** When each group wrote (days, hours: any unit), NaN where unknown. Without it no group is early or late. */
  readonly writtenAt?: Float64Array
  /** Most profiles to look for. Default 4. */
  readonly mostProfiles?: number
}

/** A profile that odd groups of several schools share. */
export interface LeakProfile {
  /** By how much each task is raised, standard errors of a group; the squares add up to 1. */
  readonly tasks: Float64Array
  /** Schools with a group far along the profile, and as far the opposite way: what chance does on both sides. */
  readonly along: number
  readonly against: number
  /** The profile in which late writers differ from early ones. */
  readonly late: boolean
}

export interface LeakValues extends ChannelValues {
  readonly channel: 'leak'
  /** Profiles that more schools follow than chance explains; empty where there is none, and then no group has a value. */
  readonly profiles: readonly LeakProfile[]
  /** Index of the profile each group is nearest to; −1 without one. */
  readonly profileOf: Int32Array
}

/** A projection this far out counts as following the profile. */
const FAR = 3
/** The excess of schools along over those against, in its standard errors, from which a profile is believed. */
const BELIEVED = 3
/** The same of the mean projection of late writers: a sum over tasks, whose tail is that of a chi-square. */
const DRIFTED = 5

/**
 * Groups of different schools that are odd in the same tasks, as when the same tasks went round before the test.
 *
 * z_g are the standardised task residuals (taskResiduals), held within ±2.5, with what all tasks or the open ones have in
 * common taken out (directionsOfOthers), and brought to one variance in all directions (residualRows): tasks on one
 * topic go together in honest classes, and what is usual together is no profile. findSharedProfile looks for a profile;
 * what follows it is set aside and the search goes on, until a profile is not believed (schools with a group beyond +3
 * less those with one beyond −3 within three standard errors) or four are found. One that is not believed has no values:
 * the rows that happened to lead the search lie far along it by chance, and would take the budget of false alarms. The
 * value is the projection z_g·w/‖w‖ on the nearest profile, w made from the other schools only, joined with how divided
 * the group's pupils are along it (dividedGroups, withDivision). In an honest group it is N(0, 1) for one profile
 * (variance 1), the greatest of a few for several.
 * Where there is no profile nothing is shared, and no group has a value. METHODS §1.3 «shared-leak clustering»,
 * whose cost grows with the square of the classes; here the search compares 512 rows with at most 4096, and everything
 * else is linear.
 *
 * With `writtenAt` one more profile is tried: the drift of the tasks with time given ability, Σ_g (t_g − t̄)·z_g,
 * again without the group's own school; it is looked for in groups that wrote later than the average, and believed when
 * these are along it as a body.
 *
 * Sees what is shared by many: a leak, but also any manipulation that raises the same tasks everywhere (all hard
 * ones), and a topic that a part of the region has not been taught. Read the profile's tasks. Does not
 * see a leak of nearly all tasks, nor what one school has alone.
 */
export function leakChannel(
  prepared: PreparedWorks,
  residuals: TaskResiduals = taskResiduals(prepared),
  options: LeakOptions = {},
): LeakValues {
  const { groupCount } = prepared
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const profileOf = new Int32Array(groupCount).fill(-1)
  const order = groupsBySchool(prepared, residuals)
  const { rows, whitening } = residualRows(
    prepared,
    residuals,
    order,
    directionsOfOthers(prepared, residuals),
  )
  const found = searchProfiles(rows, options.mostProfiles ?? 4)
  if (options.writtenAt) {
    const time = Float64Array.from(order, g => options.writtenAt![g])
    found.push(...lateProfile(rows, time))
  }
  for (const [k, candidate] of found.entries()) {
    const shift = times(whitening.back, candidate.profile.sum)
    const strength = withDivision(candidate, dividedGroups(prepared, residuals, order, shift))
    for (let r = 0; r < rows.count; r++) {
      const g = order[r]
      if (Number.isNaN(strength[r]) || strength[r] <= value[g]) continue
      value[g] = strength[r]
      variance[g] = 1
      profileOf[g] = k
    }
  }
  const profiles = found.map(candidate => describe(candidate, rows.school, whitening))
  return { channel: 'leak', value, variance, n: residuals.works, profiles, profileOf }
}

interface Found {
  readonly profile: SharedProfile
  /** Projection of every row; NaN where the profile does not apply. */
  readonly along: Float64Array
  readonly late: boolean
}

function searchProfiles(rows: Rows, most: number): Found[] {
  const free = new Uint8Array(rows.count).fill(1)
  const found: Found[] = []
  while (found.length < most) {
    const profile = findSharedProfile(rows, free)
    if (profile === null) break
    const along = projections(rows, profile)
    const next = { profile, along: along.slice(), late: false }
    // Rows that were set aside follow an earlier profile and must not lend their number to this one.
    for (let r = 0; r < rows.count; r++) if (free[r] === 0) along[r] = Number.NaN
    const sure = excess(along, rows.school)
    if (sure < BELIEVED) break
    found.push(next)
    for (let r = 0; r < rows.count; r++) if (along[r] > FAR) free[r] = 0
  }
  return found
}

function lateProfile(rows: Rows, time: Float64Array): Found[] {
  const { count, width, z } = rows
  const known = time.filter(t => Number.isFinite(t))
  if (known.length < 2) return []
  const mean = known.reduce((a, b) => a + b, 0) / known.length
  const weight = time.map(t => (Number.isFinite(t) ? t - mean : 0))
  const sum = new Float64Array(width)
  for (let r = 0; r < count; r++) for (let j = 0; j < width; j++) sum[j] += weight[r] * z[r * width + j]
  const profile = { sum, weight }
  const along = projections(rows, profile)
  for (let r = 0; r < count; r++) if (!(weight[r] > 0)) along[r] = Number.NaN
  return surenessOfDrift(along) < DRIFTED ? [] : [{ profile, along, late: true }]
}

/**
 * (s + a·h)/√(1 + a²): the projection s with the division h of the group's pupils along the profile, independent of s in
 * honest groups. a, how much the one says beside the other, is the ratio of their means in the groups far along, whose
 * choice by s tells nothing of h.
 */
function withDivision({ along }: Found, divided: Float64Array): Float64Array {
  let s = 0
  let h = 0
  for (let r = 0; r < along.length; r++) {
    if (!(along[r] > FAR)) continue
    s += along[r]
    h += Math.min(FAR, divided[r])
  }
  const a = s > 0 ? Math.max(0, Math.min(1, h / s)) : 0
  return along.map((x, r) => (x + a * divided[r]) / Math.sqrt(1 + a * a))
}

/** Late writers as a body, since each may have learnt but a little: their mean projection in its standard errors. */
function surenessOfDrift(along: Float64Array): number {
  const known = along.filter(s => !Number.isNaN(s))
  return known.reduce((a, b) => a + b, 0) / Math.sqrt(known.length)
}

/** Schools far along a profile beyond those far against it, in standard errors; 0 for fewer than three. */
function excess(along: Float64Array, school: Int32Array): number {
  const { ahead, behind } = tails(along, school)
  return ahead < 3 ? 0 : (ahead - behind) / Math.sqrt(ahead + behind)
}

/** Schools that have a group far along the profile, and far the opposite way; rows of a school follow one another. */
function tails(along: Float64Array, school: Int32Array): { readonly ahead: number; readonly behind: number } {
  let ahead = 0
  let behind = 0
  let lastAhead = -1
  let lastBehind = -1
  for (let r = 0; r < along.length; r++) {
    if (along[r] > FAR && school[r] !== lastAhead) {
      lastAhead = school[r]
      ahead++
    } else if (along[r] < -FAR && school[r] !== lastBehind) {
      lastBehind = school[r]
      behind++
    }
  }
  return { ahead, behind }
}

function describe({ profile, along, late }: Found, school: Int32Array, { back }: Whitening): LeakProfile {
  const tasks = times(back, profile.sum)
  const norm = Math.hypot(...tasks)
  const { ahead, behind } = tails(along, school)
  return { tasks: tasks.map(x => x / norm), along: ahead, against: behind, late }
}

/** Groups that have a profile, those of one school together. */
function groupsBySchool({ groupCount, schoolOfGroup, schoolCount }: PreparedWorks, residuals: TaskResiduals) {
  const start = new Int32Array(schoolCount + 1)
  const eligible = (g: number) => residuals.works[g] >= LEAST_WORKS && schoolOfGroup[g] >= 0
  for (let g = 0; g < groupCount; g++) if (eligible(g)) start[schoolOfGroup[g] + 1]++
  for (let s = 0; s < schoolCount; s++) start[s + 1] += start[s]
  const order = new Int32Array(start[schoolCount])
  for (let g = 0; g < groupCount; g++) if (eligible(g)) order[start[schoolOfGroup[g]]++] = g
  return order
}
