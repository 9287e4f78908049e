/** What people are told of signals; the sentences are `notice.<kind>`. Dates and names are words already. */
declare module '../notices/kinds.ts' {
  interface NoticeParams {
    /** Of several asked at once there is one notice: `what` names the first. */
    'signal-asked': { readonly what: string; readonly count: number; readonly due: string }
    /** The municipality, when the region asks its schools. */
    'signal-asked-below': { readonly what: string; readonly count: number; readonly due: string }
    'signal-extended': { readonly what: string; readonly due: string }
    'signal-forwarded': { readonly what: string; readonly due: string }
    'signal-replied': { readonly what: string; readonly late: 'yes' | 'no' }
    'signal-closed': { readonly what: string; readonly outcome: string }
    'signal-reopened': { readonly what: string }
    'signal-overdue': { readonly what: string; readonly days: number }
    'signal-data-undone': { readonly what: string }
  }
}

export type {}
