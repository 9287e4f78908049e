/**
 * Keeps contents of files from being removed while a backup copies them. The rule that makes a backup whole: whoever
 * removes a content first commits that no row names it, then asks here, then removes. A backup holds first, then takes
 * its snapshot of the database, then copies: a content its rows name either stands, or was removed before by a
 * commit the snapshot saw.
 */
export interface RemovalHold {
  readonly held: boolean
  /** Holds until the returned function is called. */
  hold(): () => void
}

export function createRemovalHold(): RemovalHold {
  const holders = new Set<symbol>()
  return {
    get held() {
      return holders.size > 0
    },
    hold() {
      const holder = Symbol()
      holders.add(holder)
      return () => void holders.delete(holder)
    },
  }
}
