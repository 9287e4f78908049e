/** Login of a school by its code in an examination, which differs from the login (DOMAIN §3.5). */
export type ExamCodes = Readonly<Record<'ОГЭ' | 'ЕГЭ', ReadonlyMap<string, string>>>

const LONGEST = 8

/**
 * The code of a school as it is compared: figures without leading zeros, which spreadsheets drop. '' for anything that
 * is no such code.
 */
export function plainExamCode(cell: string | number | boolean | null): string {
  const text =
    cell === null
      ? ''
      : String(cell)
          .trim()
          .replace(/[.,]0+$/, '')
  return /^\d+$/.test(text) && text.length <= LONGEST ? text.replace(/^0+/, '') : ''
}

interface SchoolWithCodes {
  readonly login: string
  readonly ogeCode: string | null
  readonly egeCode: string | null
}

/** Codes of schools; of two schools with one code the first has it. */
export function examCodes(schools: readonly SchoolWithCodes[]): ExamCodes {
  const of = (field: 'ogeCode' | 'egeCode') => {
    const logins = new Map<string, string>()
    for (const school of schools) {
      const code = plainExamCode(school[field])
      if (code !== '' && !logins.has(code)) logins.set(code, school.login)
    }
    return logins
  }
  return { ОГЭ: of('ogeCode'), ЕГЭ: of('egeCode') }
}
