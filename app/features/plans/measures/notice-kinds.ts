/** What people are told of measures; the sentences are `notice.<kind>`. Dates and names are words already. */
declare module '../../notices/kinds.ts' {
  interface NoticeParams {
    /** To those who judge: so many measures of the unit that `what` names wait for them. */
    'measure-submitted': { readonly what: string; readonly count: number }
    'measure-accepted': { readonly what: string }
    'measure-postponed': { readonly what: string; readonly due: string; readonly reason: string }
    'measure-cancelled': { readonly what: string; readonly reason: string }
    'measure-restored': { readonly what: string; readonly reason: string }
    'measure-added': { readonly what: string; readonly due: string }
    /** To those below: so many measures of their plan wait for their decision since the plan above has changed. */
    'measure-offered': { readonly what: string; readonly count: number }
    'measure-due': { readonly what: string; readonly due: string }
    'measure-overdue': { readonly what: string; readonly days: number }
    'measure-overdue-below': { readonly what: string; readonly unit: string; readonly days: number }
  }
}

export type {}
