import type { MarkerId, Message, SchoolFinding } from '@objektiv/forensics'
import type { AssessmentKey } from '../results/index.ts'
import type { Roster } from './roster.ts'
import type { ScreenedMarker } from './types.ts'

/** Turns a finding of the statistics into a row of the report: the school named, its kind noted. */
export function toMarker(
  finding: SchoolFinding,
  marker: MarkerId,
  official: boolean,
  sets: readonly (AssessmentKey & { readonly at: number })[],
  roster: Roster,
): ScreenedMarker {
  const school = roster.schools[finding.school]
  const { n, value, lower, upper, reference, marked, p, q, details } = finding
  return {
    school: school.login,
    name: school.registered?.name ?? null,
    municipality: school.registered?.municipality?.name ?? null,
    marker,
    version: sets[0].version,
    sets: sets.map(({ year, grade, subject }) => ({ year, grade, subject })),
    at: sets.map(({ at }) => at),
    n,
    value,
    lower,
    upper,
    reference,
    marked,
    p,
    q,
    official,
    notes: [...finding.notes, ...notesOf(school, roster.hasRegistry, official, marked)],
    details,
  }
}

function note(id: string, params: Message['params'] = {}): Message {
  return { id, params }
}

/** What a reader should know of the school before reading the number. */
function notesOf(
  { registered }: Roster['schools'][number],
  hasRegistry: boolean,
  official: boolean,
  marked: boolean | null,
): Message[] {
  const notes: Message[] = []
  if (hasRegistry && !registered) notes.push(note('note.unregistered'))
  if (registered?.kind && /гимназ|лице/i.test(registered.kind))
    notes.push(note('note.kind', { kind: registered.kind }))
  if (registered?.special) notes.push(note('note.special-school'))
  if (registered?.controlled) notes.push(note('note.controlled'))
  if (marked !== null && !official) notes.push(note('note.outside-the-14-signs'))
  return notes
}
