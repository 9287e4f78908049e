import type { z } from 'zod'
import type { Locale } from '../../../messages/format.ts'
import { nameOfAssessment } from '../../procedures/index.ts'
import type { resultsContract } from '../contract.ts'
import type { Expected } from './list-received.ts'

export type ReceivedView = z.input<(typeof resultsContract)['GET /api/received']['response']>['items'][number]

export function presentReceived(
  locale: Locale,
  { school, assessment, terms, receipt }: Expected,
): ReceivedView {
  const { procedure, year, grade, subject, paperVersion: version } = assessment
  return {
    school: { id: school.id, name: school.name },
    municipality: school.municipality,
    assessment: {
      id: assessment.id,
      title: nameOfAssessment(locale, { procedure, year, grade, subject, version }),
    },
    ...receipt,
    dueOn: terms.dueOn,
  }
}
