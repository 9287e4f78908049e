import type { Locale } from '../../messages/format.ts'
import type { Actor } from '../../platform/http/index.ts'
import type { Role, UnitKind } from './access.ts'

/** A grant that may be used today, with its unit named. */
export interface ActiveGrant {
  readonly id: number
  readonly role: Role
  readonly unit: {
    readonly id: number
    readonly name: string
    readonly kind: UnitKind
    readonly path: string
  }
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Who is behind a request, as this room knows them: more than the platform asks for. */
export interface AccountActor extends Actor {
  readonly name: string
  readonly email: string
  readonly theme: 'auto' | 'light' | 'dark'
  readonly version: number
  readonly locale: Locale
  readonly grants: readonly ActiveGrant[]
  /** The one grant through which this request acts; null where none may be used. */
  readonly grant: ActiveGrant | null
  /** Null for a token of an integration. */
  readonly sessionId: string | null
  readonly hasPassword: boolean
  readonly secondFactor: { readonly enabled: boolean; readonly required: boolean; readonly shown: boolean }
}

/** Every actor of this program is made by `identify` of this room. */
export function asAccount(actor: Actor): AccountActor {
  return actor as AccountActor
}
