/**
 * What people are told, by kind, with the parameters of its sentence (`notice.<kind>` in the catalogues). A room adds
 * kinds of its own by merging into this interface. Parameters are words for people: names of plans and units, dates.
 */
export interface NoticeParams {
  returned: { readonly what: string; readonly reason: string }
  'due-tomorrow': { readonly what: string }
  accepted: { readonly what: string }
}

export type NoticeKind = keyof NoticeParams

/**
 * Kinds that a letter tells at once; everything else waits for the digest. A session used from another browser is one of
 * them (ADR 0017): told tomorrow, it would be told too late.
 */
const AT_ONCE: ReadonlySet<NoticeKind> = new Set(['returned', 'due-tomorrow', 'session-elsewhere'])

export function isAtOnce(kind: NoticeKind): boolean {
  return AT_ONCE.has(kind)
}
