import { type Draft, emptyMeasure } from './draft.ts'

/** Work that has not been saved outlives a reload of its tab, and ends with the tab. */
export function keepDraft(name: string, draft: Draft): void {
  // A document of hundreds of pages may not fit: then the corrections alone are kept.
  for (const kept of [draft, { ...draft, original: [] }])
    try {
      sessionStorage.setItem(keyOf(name), JSON.stringify(kept))
      return
    } catch {}
}

export function keptDraft(name: string): Draft | null {
  const text = sessionStorage.getItem(keyOf(name))
  if (!text) return null
  const draft = JSON.parse(text) as Draft
  const measures = draft.values.measures.map(({ key: _, ...measure }) => emptyMeasure(measure))
  // Work that was begun before there were such points has none.
  return { ...draft, leftOut: draft.leftOut ?? [], values: { ...draft.values, measures } }
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(keyOf(name))
}

function keyOf(name: string): string {
  return `objektiv-plan-${name}`
}
