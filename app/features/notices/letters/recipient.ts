import type { Locale } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** Where and how a person gets letters. */
export interface Recipient {
  readonly address: string
  readonly locale: Locale
  /** Of the unit where the person works, 'Asia/Kamchatka': a digest comes in the morning there. */
  readonly timeZone: string
  /** Paths of the units where the person holds a role today: a letter tells nothing from elsewhere. */
  readonly unitPaths: readonly string[]
}

/** Does the person still have this unit in reach? A role may have ended between the notice and the letter. */
export function reaches({ unitPaths }: Recipient, unitPath: string): boolean {
  return unitPaths.some(path => path !== '' && unitPath.startsWith(path))
}

/** Finds people by their ids; those who are blocked or have no address are left out. */
export type FindRecipients = (tx: Tx, personIds: readonly string[]) => Promise<ReadonlyMap<string, Recipient>>
