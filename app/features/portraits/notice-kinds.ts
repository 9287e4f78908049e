/** What people are told of portraits; the sentences are `notice.<kind>`. */
declare module '../notices/kinds.ts' {
  interface NoticeParams {
    /** Of several at once there is one notice: `what` names the first. */
    'portrait-sent': NamedPortraits
    /** The municipality, when its schools are sent theirs. */
    'portrait-sent-below': NamedPortraits
    'portrait-answered': { readonly what: string; readonly state: string }
  }
}

/** `rest`: how many there are besides the first. */
interface NamedPortraits {
  readonly what: string
  readonly run: string
  readonly count: number
  readonly rest: number
}

export type {}
