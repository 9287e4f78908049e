import { z } from 'zod'

/** Number of a row, as far as an `integer` of the database goes: a larger one would be a fault there. */
export const rowId = z.number().int().positive().max(2_147_483_647)
/** The same in an address. */
export const rowIdInUrl = z.coerce.number().pipe(rowId)
