import {
  BESIDE,
  type ChannelNoise,
  type ChannelReading,
  type ChannelSilence,
  type DetectedSchool,
} from '../detection/types.ts'
import type { ScreenedSet, Screening } from '../types.ts'
import type { ReplyOf } from './reply-slots.ts'

/** Our own signals for machines: sets by name instead of by index, null for a number that does not exist. */
export function detectionToJson({ detection, sets }: Screening, replyOf?: ReplyOf) {
  if (detection === null) return null
  const { budget, threshold, schoolsMeasured, flagged, expectedFalse, budgetInterval } = detection
  return {
    ...{ budget, threshold, schoolsMeasured, flagged, expectedFalse: known(expectedFalse), budgetInterval },
    schools: detection.schools.map(school => toSchool(school, sets, replyOf)),
    noise: detection.noise.map(noise => toNoise(noise, sets)),
    silent: detection.silent.map(silence => toSilence(silence, sets)),
  }
}

function toSchool(school: DetectedSchool, sets: readonly ScreenedSet[], replyOf?: ReplyOf) {
  return {
    ...school,
    ...(replyOf && school.flagged ? { reply: replyOf(school.school, 'own') } : {}),
    degree: known(school.degree),
    p: known(school.p),
    fdr: known(school.fdr),
    q: known(school.q),
    fisher: known(school.fisher),
    cauchy: known(school.cauchy),
    readings: school.readings.map(reading => toReading(reading, sets)),
    externals: school.externals.map(({ set, n, z }) => ({ set: keyOf(sets[set]), n, z })),
  }
}

function toReading(
  { channel, set, class: label, n, z, p, late }: ChannelReading,
  sets: readonly ScreenedSet[],
) {
  const inDegree = !BESIDE.has(channel)
  return { channel, inDegree, late, set: keyOf(sets[set]), class: label, n, z: known(z), p: known(p) }
}

function toNoise({ set, ...noise }: ChannelNoise, sets: readonly ScreenedSet[]) {
  return { set: keyOf(sets[set]), ...noise }
}

function toSilence({ set, ...silence }: ChannelSilence, sets: readonly ScreenedSet[]) {
  return { set: keyOf(sets[set]), ...silence }
}

function keyOf({ year, grade, subject, version }: ScreenedSet) {
  return { year, grade, subject, version }
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
