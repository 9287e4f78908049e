import type { Transaction } from 'kysely'

/**
 * Every table of the database by its name. Empty here: each room declares its own in `tables.ts` by merging into this
 * interface, so that the platform knows no feature.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging, see above
export interface Schema {}

/** A running transaction: what every store function is given. */
export type Tx = Transaction<Schema>
