import type { Catalogue } from '../format.ts'

/** Protocols of ОГЭ and ЕГЭ. What may be a name or a document is never quoted. */
const texts: Catalogue = {
  'dirt.exam-row-shifted': 'shifted row: figures among names or words in place of numbers',
  'dirt.exam-row-shifted.done':
    'nothing of the row was taken or kept, no value is shown: there may be a name or a document among them',
  'dirt.exam-school-unknown': 'code of the school is not in the registry',
  'dirt.exam-school-unknown.done': 'left out: nobody can say whose work it is',
  'dirt.exam-code-repeated': 'code of the participant repeated in this subject',
  'dirt.exam-code-repeated.done': 'both works count',
  'dirt.exam-mask-unreadable': 'foreign signs among the short answers (their number is shown)',
  'dirt.exam-mask-unreadable.done': 'these tasks are left out, the primary score is taken as given',
  'dirt.exam-mask-length': 'another number of short answers than in other rows',
  'dirt.exam-mask-length.done': 'tasks with a short answer are left out, the primary score is taken as given',
  'dirt.exam-long-unreadable': 'long answers that cannot be read',
  'dirt.exam-long-unreadable.done':
    'tasks with a long answer are left out, the primary score is taken as given',
  'dirt.exam-long-differs': 'another number of long answers, or other maxima, than in other rows',
  'dirt.exam-long-differs.done': 'tasks with a long answer are left out, the primary score is taken as given',
  'dirt.exam-final-unreadable': 'final score that cannot be read',
  'dirt.exam-final-unreadable.done': 'the final score is not kept, the primary one is taken as given',
  'dirt.exam-short-weighted':
    'primary score above the sum in most works: some short answers are worth more than a point',
  'dirt.exam-short-weighted.done':
    'the primary score is taken as given; only works where it is below the sum are told of',
  'problem.exam-codes-missing':
    'These are protocols of {exam}: they name schools by codes, and the registry has not a single code of {exam}.',
  'problem.exam-codes-missing.advice':
    'Add a column «Код {exam}» to the registry of schools and load the file again; to the command give the registry: --registry FILE.',
  'problem.exam-schools-none':
    '«{set}» has {rows, plural, one {# row} other {# rows}}, and not a single code of a school is in the registry.',
  'problem.exam-schools-none.advice':
    'Check that the registry has the codes of this very examination and this region.',
  'problem.journal-of-exam': 'These are protocols of ОГЭ or ЕГЭ, not marks of the journal.',
  'problem.journal-of-exam.advice': 'Load the file as a protocol.',
  'problem.exam-no-rows': '«{set}» has a header and no rows with works.',
  'problem.exam-no-rows.advice': 'Check that the protocol was exported whole.',
  'problem.exam-schools-unknown':
    '«{set}»: {codes, plural, one {# code of a school is} other {# codes of schools are}} not in the registry, {rows, plural, one {# row was} other {# rows were}} left out. Codes and how many rows: {listed}.',
  'problem.exam-schools-unknown.advice':
    'Write the codes into the registry of schools and load the file again. Codes met once or twice are not shown: anything may have slipped into the column.',
}

export default texts
