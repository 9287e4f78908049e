/** What people are told of measures; the sentences are `notice.<kind>`. Dates and names are words already. */
declare module '../../notices/kinds.ts' {
  interface NoticeParams {
    /** To those who judge it; of several there is one notice, and `what` names the first. */
    'measure-submitted': { readonly what: string; readonly count: number }
    'measure-accepted': { readonly what: string }
    'measure-postponed': { readonly what: string; readonly due: string; readonly reason: string }
    'measure-cancelled': { readonly what: string; readonly reason: string }
    'measure-restored': { readonly what: string; readonly reason: string }
    'measure-added': { readonly what: string; readonly due: string }
    'measure-due': { readonly what: string; readonly due: string }
    'measure-overdue': { readonly what: string; readonly days: number }
    'measure-overdue-below': { readonly what: string; readonly unit: string; readonly days: number }
  }
}

export type {}
