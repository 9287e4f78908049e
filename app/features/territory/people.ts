import type { Tx } from '../../platform/database/index.ts'

/**
 * Names of accounts as the reader may see them; ids nobody is known by are absent. Given by the room of accounts, so
 * that the territory and the log need not know its tables.
 */
export type NamePeople = (tx: Tx, accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
