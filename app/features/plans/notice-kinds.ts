/** What people are told of plans; the sentences are `notice.<kind>`. */
declare module '../notices/kinds.ts' {
  interface NoticeParams {
    'plan-received': { readonly what: string }
  }
}

export type {}
