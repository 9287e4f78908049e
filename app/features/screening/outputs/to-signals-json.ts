import type { Locale } from '../../../messages/format.ts'
import type { ScreenedFile, ScreenedMarker, ScreenedSchool, ScreenedSet, Screening } from '../types.ts'
import { detectionToJson } from './detection-to-json.ts'
import { REPLY_DAY, type ReplyOf } from './reply-slots.ts'
import { noteText } from './words.ts'

export type SignalsJson = ReturnType<typeof toSignalsJson>

/**
 * The screening for machines, as docs/schemas/signals.schema.json describes it. Notes are sentences in the locale;
 * `noteIds` beside them stay the same in every language. Examples of dirt are left to the spreadsheet: they quote
 * cells of the source files, and whoever is sent this one has no need of them. Where replies are known, each sign has
 * the state of its own.
 */
export function toSignalsJson(screening: Screening, locale: Locale, replyOf?: ReplyOf) {
  return {
    run: screening.run,
    ...(replyOf ? { repliesOn: REPLY_DAY } : {}),
    sets: screening.sets.map(set => toSet(set, locale)),
    markers: screening.markers.map(marker => toMarker(marker, locale, replyOf)),
    schools: screening.schools.map(toSchool),
    index: screening.index,
    detection: detectionToJson(screening, replyOf),
    files: screening.files.map(toFile),
    notes: screening.notes.map(note => noteText(locale, note)),
  }
}

function toSet(set: ScreenedSet, locale: Locale) {
  const { procedure, version, year, grade, subject, works, schools, absent, excluded } = set
  const { mean, sd, lower, upper, maxScore, boundaries, alpha, tau2, within, bunching, notes } = set
  return {
    ...{ procedure, version, year, grade, subject, works, schools, absent, excluded },
    ...{ mean, sd, lower, upper, maxScore, boundaries, alpha, tau2, within, bunching },
    notes: notes.map(note => noteText(locale, note)),
  }
}

function toMarker({ notes, details, at, ...marker }: ScreenedMarker, locale: Locale, replyOf?: ReplyOf) {
  return {
    ...marker,
    ...(replyOf && marker.marked ? { reply: replyOf(marker.school, at[at.length - 1]) } : {}),
    notes: notes.map(note => noteText(locale, note)),
    noteIds: notes.map(({ id }) => id),
    details,
  }
}

function toSchool({ distributions: _, profiles: __, markers, ...school }: ScreenedSchool) {
  return { ...school, markers: [...new Set(markers.map(({ marker }) => marker))] }
}

function toFile({ dirt, ...file }: ScreenedFile) {
  return { ...file, dirt: dirt.map(({ kind, count }) => ({ kind, count })) }
}
