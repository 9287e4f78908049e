import type { z } from 'zod'

/**
 * One operation of the API as a value: what it takes, what it gives, who may call it. A room lists its own in
 * `contract.ts` under 'METHOD /path'; the server implements the list, OpenAPI describes it, and the web app is typed
 * from it, so the three cannot drift apart.
 */
export interface Endpoint {
  /** What it does, for the reader of the API's documentation (English). */
  readonly summary: string
  /** 'public', 'signed-in', or a right of the matrix of access. */
  readonly access: string
  /**
   * A token of an integration may call it too, though it asks for no right of the matrix. Absent: what is open to
   * whoever is signed in is a person's own, and no token covers it.
   */
  readonly byToken?: true
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** JSON body; `files: true` instead for multipart. */
  readonly body?: z.ZodType
  /** The largest JSON body in megabytes, where it may hold a whole document; one when absent. */
  readonly bodyMegabytes?: number
  readonly files?: true
  /** JSON answer; absent for 204 or when the handler streams a file (`download: true`). */
  readonly response?: z.ZodType
  readonly download?: true
  /** false: the handler opens its own transactions (it calls the account library, or streams). */
  readonly transaction?: false
}

export type Contract<Access extends string = string> = Readonly<
  Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Endpoint & { readonly access: Access }>
>
