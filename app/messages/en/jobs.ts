import type { Catalogue } from '../format.ts'

/** Long work: titles are `job.<kind>`, added by the rooms whose work it is. */
const texts: Catalogue = {
  'job.untitled': 'Background work',
  'problem.job-interrupted':
    'The work was interrupted {attempts, plural, one {# time} other {# times}} and is not finished: the service stopped before it could end.',
  'problem.job-interrupted.advice':
    'Start it once more. If it is interrupted again, tell the administrator: it may lack memory.',
  'problem.job-fault': 'Work no. {id} failed because of a fault of the program. Trying again did not help.',
  'problem.job-fault.advice':
    'Start it later. If the fault comes back, tell the administrator the number of the work.',
}

export default texts
