/** Remarks a person looks at, and those that only say how a common way of writing was read. */
export type RemarkGroup = 'odd' | 'usual'

/**
 * Ways of writing that protocols are full of and that leave no doubt: read as meant, with no work, score or mark left out
 * that the file had. Hundreds of thousands of them would bury the few places where something was lost or guessed. Whatever
 * is not named here needs a look: a new kind too.
 */
export const USUAL_KINDS: readonly string[] = [
  'cross-latin',
  'cross-cyrillic',
  'cross-lower-case',
  'cross-with-space',
  'not-taught',
  'absent',
  'no-mark',
  'class-spelling',
  'login-spelling',
  'number-as-text',
  'empty-rows',
  'repeated-header',
]

const USUAL = new Set(USUAL_KINDS)

export function isUsual(kind: string): boolean {
  return USUAL.has(kind)
}

/** Whether a remark of this kind is asked for; with neither, all are. */
export function isWanted(
  kind: string,
  { kind: one, group }: { kind?: string | undefined; group?: RemarkGroup | undefined },
): boolean {
  if (one !== undefined && kind !== one) return false
  return group === undefined || isUsual(kind) === (group === 'usual')
}
