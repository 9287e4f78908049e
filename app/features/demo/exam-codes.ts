/** Codes of a school in ОГЭ and ЕГЭ, by its index in the region; they have nothing to do with its login. */
export function examCodesOfSchool(school: number): { readonly oge: string; readonly ege: string } {
  return { oge: String(1001 + school), ege: String(5001 + school) }
}
