/** On whose behalf a transaction runs. The database lets through only rows at `unitPath` and below. */
export interface Scope {
  readonly accountId: string
  /** The role through which the person acts now; written into the audit. */
  readonly role: string
  readonly grantId: number | null
  /** Path of ids of the unit, '1.5.33.'. An empty path shows nothing. */
  readonly unitPath: string
  readonly requestId?: string
}
