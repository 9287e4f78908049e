/** Below this many works a few pupils move the whole result. */
const SMALL_CLASS = 15

/** What decides whether an innocent cause can be the cause here. */
export interface Circumstances {
  readonly n: number
  /** Kind of the school as the registry says it; null where it is silent. */
  readonly schoolKind: string | null
  /** The odd profile is that of late writers (channel «leak»). */
  readonly late?: boolean
}

/**
 * Causes that cannot fit are left out: a village school is no gymnasium, eighty pupils are no small class. `id` is that of a
 * message, `innocent.*` of a method or `channel-cause.*` of a channel.
 */
export function causeFits(id: string, { n, schoolKind, late = false }: Circumstances): boolean {
  const [, cause] = id.split('.')
  if (cause === 'gymnasium') return schoolKind === null || /гимназ|лице|углубл/i.test(schoolKind)
  if (cause === 'small-class') return n < SMALL_CLASS
  return cause !== 'uploaded-late' || late
}
