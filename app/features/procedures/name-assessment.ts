import { type Locale, say } from '../../messages/format.ts'
import type { SpecificationKey } from './specifications.ts'

/** «Русский язык, 4 класс, 2021»: how an assessment is called in a sentence or a table. */
export function nameOfAssessment(
  locale: Locale,
  { subject, grade, year, version }: Omit<SpecificationKey, 'procedure'>,
): string {
  return version === null
    ? say(locale, 'output.set', { subject, grade, year })
    : say(locale, 'output.set-of-version', { subject, version, grade, year })
}
