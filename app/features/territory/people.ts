import type { Tx } from '../../platform/database/index.ts'

/**
 * Names of accounts as the reader may see them; ids nobody is known by are absent. Given by the room of accounts, so
 * that the territory and the log need not know its tables.
 */
export type NamePeople = (tx: Tx, accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** Who administers exactly this unit on this local day, to be told what was done there. Given by the room of accounts. */
export type FindAdministrators = (
  tx: Tx,
  unitId: number,
  today: string,
) => Promise<readonly { readonly personId: string }[]>
