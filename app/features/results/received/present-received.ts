import type { z } from 'zod'
import type { Locale } from '../../../messages/format.ts'
import { type Assessment, nameOfAssessment } from '../../procedures/index.ts'
import type { resultsContract } from '../contract.ts'
import type { Expected } from './list-received.ts'

export type ReceivedView = z.input<(typeof resultsContract)['GET /api/received']['response']>['items'][number]

export function presentReceived(
  locale: Locale,
  { school, assessment, terms, receipt }: Expected,
): ReceivedView {
  return {
    school: { id: school.id, name: school.name },
    municipality: school.municipality,
    assessment: { id: assessment.id, title: titleOf(locale, assessment) },
    ...receipt,
    dueOn: terms.dueOn,
  }
}

/** Written out, as the list and the parameters of its export name it. */
export function titleOf(
  locale: Locale,
  { procedure, year, grade, subject, paperVersion: version }: Assessment,
): string {
  return nameOfAssessment(locale, { procedure, year, grade, subject, version })
}
