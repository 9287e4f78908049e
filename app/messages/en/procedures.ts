import type { Catalogue } from '../format.ts'

/** Campaigns, assessments, dates of units, papers. */
const texts: Catalogue = {
  'problem.campaign-title-taken': 'There is a campaign “{title}” already.',
  'problem.campaign-title-taken.advice': 'Give this one another name, for example with its year or season.',
  'problem.campaign-ends-before': 'The end is before the beginning.',
  'problem.campaign-ends-before.advice': 'Correct one of the two dates.',
  'problem.campaign-due-before': 'Results would be due before the campaign begins.',
  'problem.campaign-due-before.advice': 'Give a later day or leave the term empty.',
  'problem.campaign-procedure-stands':
    'The campaign has assessments already, so its procedure cannot be changed.',
  'problem.campaign-procedure-stands.advice':
    'Results are found by their procedure. Make another campaign or put the former procedure back.',
  'problem.campaign-closed': 'The campaign “{title}” is closed.',
  'problem.campaign-closed.advice': 'To change something, open it again.',
  'problem.campaign-not-closed': 'The campaign “{title}” is open as it is.',
  'problem.campaign-not-closed.advice': 'Reload the page.',
  'problem.assessment-elsewhere':
    'The assessment “{subject}, grade {grade}, {year}” belongs to the campaign “{campaign}”.',
  'problem.assessment-elsewhere.advice':
    'An assessment belongs to one campaign only, or its results would count twice. Withdraw it there or do not add it here.',
  'problem.assessment-withdrawn': 'The assessment is withdrawn already.',
  'problem.assessment-withdrawn.advice': 'Reload the page.',
  'problem.assessment-not-withdrawn': 'The assessment is not withdrawn.',
  'problem.assessment-not-withdrawn.advice': 'Reload the page.',
  'problem.terms-end-before':
    'The last day of writing ({to, date, long}) is before the first ({from, date, long}).',
  'problem.terms-end-before.advice':
    'Correct one of the two dates. An empty date is taken from the level above: the municipality, the assessment, the campaign.',
  'problem.terms-due-before':
    'Results would be due ({due, date, long}) before the paper is written ({from, date, long}).',
  'problem.terms-due-before.advice': 'Give a later day.',
  'problem.terms-of-kind': 'Municipalities and schools have dates of their own.',
  'problem.terms-of-kind.advice': 'Choose a municipality or a school.',
  'problem.reason-needed': 'The reason is missing.',
  'problem.reason-needed.advice': 'Write it: everybody concerned can see it.',
  'problem.paper-sum': 'The points of the tasks add up to {sum}, and the maximum of the paper is {max}.',
  'problem.paper-sum.advice': 'Correct the maximum or the points of the tasks.',
  'problem.paper-index-twice': 'Two tasks have the column number {index}.',
  'problem.paper-index-twice.advice': 'Every task has a column «балл за N» of its own.',
  'problem.specification-source-missing': 'The source is missing.',
  'problem.specification-source-missing.advice':
    'Name the document that describes the paper: its title, date, page.',

  'specification.file': 'Specifications',
  'specification.points': '{count, plural, one {# point} other {# points}}',
  'specification.level': '{level, select, Б {base} П {advanced} В {high} other {{level}}}',
  'specification.change.maximum': 'Maximum primary score',
  'specification.change.mark': 'Mark “{of}”',
  'specification.change.task-added': 'Task {of} added',
  'specification.change.task-removed': 'Task {of} removed',
  'specification.change.task-task': 'Task {of}: number',
  'specification.change.task-max': 'Task {of}: maximum',
  'specification.change.task-level': 'Task {of}: level',
  'specification.change.source': 'Source',

  'audit.action.campaign.created': 'Campaign made',
  'audit.action.campaign.edited': 'Campaign corrected',
  'audit.action.campaign.closed': 'Campaign closed',
  'audit.action.campaign.reopened': 'Campaign opened again',
  'audit.action.assessment.added': 'Assessments added to a campaign',
  'audit.action.assessment.edited': 'Dates of an assessment changed',
  'audit.action.assessment.withdrawn': 'Assessment withdrawn',
  'audit.action.assessment.restored': 'Assessment put back into its campaign',
  'audit.action.assessment.terms-set': 'Dates of a unit set',
  'audit.action.assessment.absent': 'Noted: takes no part',
  'audit.action.specification.revised': 'New revision of a specification',
}

export default texts
