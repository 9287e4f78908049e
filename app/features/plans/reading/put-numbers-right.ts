import { type Draft, doubt } from './draft.ts'
import { numberIn, restoredNumber } from './numbers.ts'

/** Numbers that a spreadsheet has shortened are restored, those that stand twice in a section are said. */
export function putNumbersRight(drafts: readonly Draft[]): void {
  let before: string | null = null
  const seen = new Set<string>()
  let section: string | null = null
  for (const [at, draft] of drafts.entries()) {
    if (draft.number === null) continue
    const place = `${draft.year}\n${draft.section}\n${draft.doubts.some(({ reason }) => reason === 'year-repeated')}`
    if (place !== section) {
      section = place
      seen.clear()
      before = null
    }
    const restored = restoredNumber(draft.number, before)
    if (restored !== null && (draft.counted || goesOnFrom(restored, drafts[at + 1]))) {
      draft.number = restored
      doubt(draft, 'number', 'number-restored')
    }
    const key = `${draft.number}\n${draft.level}`
    if (seen.has(key) && numberIn(draft.number)) doubt(draft, 'number', 'number-repeated')
    seen.add(key)
    before = draft.number
  }
}

/** Words keep a nought: there 1.1 after 1.9 is 1.10 only where 1.11 comes next. */
function goesOnFrom(number: string, next: Draft | undefined): boolean {
  return next?.number === number.replace(/\d+$/, last => String(Number(last) + 1))
}
