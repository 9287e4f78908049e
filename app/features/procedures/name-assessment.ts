import { type Locale, say } from '../../messages/format.ts'
import type { SpecificationKey } from './specifications.ts'

/** What an assessment is called by; without a procedure it is one of ВПР. */
export type AssessmentToName = Omit<SpecificationKey, 'procedure'> & { readonly procedure?: string }

/** «Русский язык, 4 класс, 2021», «ОГЭ: Русский язык, 9 класс, 2025»: in a sentence or a table. */
export function nameOfAssessment(
  locale: Locale,
  { procedure = 'ВПР', subject, grade, year, version }: AssessmentToName,
): string {
  const name =
    version === null
      ? say(locale, 'output.set', { subject, grade, year })
      : say(locale, 'output.set-of-version', { subject, version, grade, year })
  return procedure === 'ВПР' ? name : `${procedure}: ${name}`
}
