/** In the order in which a year needs them. */
export const ACTS = [
  'approve',
  'send',
  'add',
  'edit',
  'publish',
  'unpublish',
  'close',
  'roll-over',
  'remove',
] as const
export type Act = (typeof ACTS)[number]

/** What a plan in a state is opened for. */
const OFTEN: Readonly<Record<'draft' | 'approved' | 'closed', readonly Act[]>> = {
  draft: ['approve', 'add', 'edit'],
  approved: ['send', 'add'],
  closed: ['roll-over'],
}

interface Plan {
  readonly state: keyof typeof OFTEN
  /** Measures that differ from the last approved version. */
  readonly changed: number
  /** Plans below that were made from it. */
  readonly copies: number
  /** What the reader may do, as the server says. */
  readonly acts: readonly string[]
}

/** The acts of a plan: what it waits for, what is often done, and what is done once a year. */
export interface ActsInPlace {
  readonly next: Act | null
  readonly often: readonly Act[]
  readonly seldom: readonly Act[]
}

export function layOutActs({ state, changed, copies, acts }: Plan): ActsInPlace {
  // Who may change the plan may add to it.
  const may = ACTS.filter(act => acts.includes(act === 'add' ? 'edit' : act))
  const next =
    state === 'draft' || changed > 0 ? 'approve' : state === 'approved' && copies === 0 ? 'send' : null
  const isOften = (act: Act) => act === next || OFTEN[state].includes(act)
  return {
    next: may.find(act => act === next) ?? null,
    often: may.filter(isOften),
    seldom: may.filter(act => !isOften(act)),
  }
}
