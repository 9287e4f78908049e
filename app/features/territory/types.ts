/** A school as the registry describes it. Keyed by the six digits of its login; spellings are aliases. */
export interface School {
  /** Six digits, e.g. «990001». */
  readonly key: string
  /** Login as the registry spells it, e.g. «sch990001». */
  readonly login: string
  /** Every spelling of the login met in the registry, the first one included. */
  readonly aliases: readonly string[]
  readonly name: string
  readonly municipality: { readonly code: string; readonly name: string } | null
  /** «СОШ», «гимназия»…, null where the registry is silent. */
  readonly kind: string | null
  /** «город», «село»…, null where the registry is silent. */
  readonly locality: string | null
  /** Correctional school («Коррекционная: да»). */
  readonly special: boolean
  /** Wrote under control of objectivity; such schools are the golden reference (DOMAIN §2). */
  readonly controlled: boolean
}

/** A registry file as read. */
export interface Registry {
  readonly file: string
  readonly sha256: string
  readonly schools: readonly School[]
  /** School by its six digits. */
  readonly byKey: ReadonlyMap<string, School>
}
