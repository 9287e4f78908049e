import type { z } from 'zod'
import { type Locale, say } from '../../../messages/format.ts'
import { presentProblem } from '../batches/present-batches.ts'
import type { resultsContract } from '../contract.ts'
import type { Remark } from '../dirt.ts'
import type { RemarkSource } from './choose-remarks.ts'

export type RemarkView = z.input<
  (typeof resultsContract)['GET /api/imports/remarks']['response']
>['items'][number]

/** One thing met in a file, with its words; the value only for those who may know what a participant has there. */
export function presentRemark(
  locale: Locale,
  { id, file, seesCells }: Pick<RemarkSource, 'id' | 'file' | 'seesCells'>,
  remark: Remark,
): RemarkView {
  return {
    batchId: id,
    file,
    ...remark,
    value: seesCells ? remark.value : '',
    what: say(locale, `dirt.${remark.kind}`),
    done: say(locale, `dirt.${remark.kind}.done`),
  }
}

/** A problem of the whole file stands in the same list: there people look for what to put right. */
export function presentTold(
  locale: Locale,
  { id, file }: RemarkSource,
  { problem, isWarning }: RemarkSource['told'][number],
): RemarkView {
  const { sheet = '', row = null, column = '', value = '' } = problem.place ?? {}
  const { text, advice } = presentProblem(locale, problem)
  return {
    ...{ batchId: id, file, sheet, row, column, value },
    kind: problem.code,
    what: text,
    done: say(locale, isWarning ? 'import.told.warning' : 'import.told.problem', { advice }),
  }
}
