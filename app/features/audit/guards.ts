import { RIGHTS, type Right } from '../accounts/index.ts'

/**
 * What a line of the log may be about, and the right that guards the record itself: the log opens no door that the
 * matrix keeps shut. A subject without a row here is shown to nobody; a test names it.
 *
 * Lines that a reader may not read are left out, not masked. That a school has a line about a sign, and when, already
 * says what the right keeps from them, and filters by unit or day would tell it of any mask. The log itself stays
 * whole: whoever may read signs finds them there, and the page says which subjects are left out.
 */
export const GUARDS: Readonly<Record<string, Right>> = {
  unit: 'unit.read',
  unit_alias: 'unit.read',
  registry: 'registry.export',
  registry_import: 'registry.import',
  people: 'person.read',
  person: 'person.read',
  role_grant: 'person.read',
  invitation: 'person.invite',
  api_token: 'person.edit',
  setting: 'setting.read',
  audit: 'audit.read',
  // And the right that the file itself names.
  stored_file: 'file.read',
  job: 'job.read',
  backup: 'backup.make',
  campaign: 'procedure.read',
  assessment: 'procedure.read',
  assessment_unit: 'procedure.read',
  specification: 'procedure.read',
  import_batch: 'results.import',
  import_remark: 'results.import',
  participants: 'participant.read',
  received: 'results.received',
  screening_run: 'run.read',
  signal: 'signal.read',
  signal_step: 'signal.read',
  federal_list: 'federal-list.import',
  federal_list_entry: 'federal-list.read',
  portrait: 'portrait.read',
  portrait_file: 'portrait.read',
  portrait_remark: 'portrait.read',
  portrait_template: 'portrait.read',
  portrait_archive: 'portrait.make',
  plan: 'plan.read',
  plan_file: 'plan.read',
  plan_measure: 'plan.read',
  measure_task: 'plan.read',
  measure_step: 'plan.read',
  evidence: 'plan.read',
  plan_version: 'plan.read',
  plan_publication: 'plan.read',
  calendar_feed: 'plan.read',
}

/**
 * Records that not everybody with the right may see: drafts of an analysis are the analyst's alone. Their lines are
 * shown with the record, by the rules of its own table. A line of reading names a list, not one record.
 */
export const GUARDED_BY_ROW = ['screening_run', 'signal', 'signal_step', 'portrait'] as const

/** Subjects of which a whole list is read at once: such a line carries the number of a unit or a year. */
export const LISTS_READ: ReadonlySet<string> = new Set(['signal', 'federal_list', 'portrait_remark'])

/** Acts whose lines are all about one subject: not offered to whoever may not read it. */
const ACTS_OF: Readonly<Record<string, string>> = {
  signal: 'signal',
  import: 'import_batch',
  portrait: 'portrait',
  'federal-list': 'federal_list',
  backup: 'backup',
  plan: 'plan',
}

/** Whether somebody holds a right: an actor's `may`. */
export type May = (right: Right) => boolean

export function mayReadSubject(may: May, subject: string): boolean {
  return Object.hasOwn(GUARDS, subject) && may(GUARDS[subject])
}

export function readableSubjects(may: May): string[] {
  return Object.keys(GUARDS).filter(subject => may(GUARDS[subject]))
}

export function heldRights(may: May): Right[] {
  return (Object.keys(RIGHTS) as Right[]).filter(may)
}

export function isActOffered(may: May, action: string): boolean {
  const subject = ACTS_OF[action.split('.')[0]]
  return subject === undefined || mayReadSubject(may, subject)
}
