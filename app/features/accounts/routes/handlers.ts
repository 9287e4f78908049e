import type { Handlers } from '../../../platform/http/index.ts'
import type { accountsContract } from '../contract.ts'

/** Handlers of some of this room's endpoints, typed by its contract. */
export type Some<K extends keyof typeof accountsContract> = Pick<Handlers<typeof accountsContract>, K>
