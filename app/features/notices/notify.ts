import { z } from 'zod'
import { hasMessage } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { enqueueJob, type JobName } from '../../platform/jobs/index.ts'
import { isAtOnce, type NoticeKind, type NoticeParams } from './kinds.ts'

export interface Notice<K extends NoticeKind = NoticeKind> {
  /** The person told. */
  readonly to: string
  /** The unit the matter is about: the person reads the notice where this unit is in their reach. */
  readonly unitId: number
  readonly kind: K
  readonly params: NoticeParams[K]
  /** Path inside the application where the matter is seen, '/plans/5'. */
  readonly link?: string
  /** The same person is told the same kind with the same key once: for work that may run twice. */
  readonly onceKey?: string
}

/** Sends what waits to be sent; see letters/send-letters. */
export const SEND_LETTERS: JobName<Record<string, never>> = {
  kind: 'notices.send-letters',
  internal: true,
  params: z.object({}).strict(),
}

/**
 * Tells people in the caller's transaction: what is rolled back was not told. Urgent kinds also go out as a letter
 * soon after the commit.
 */
export async function notify<K extends NoticeKind>(tx: Tx, notices: readonly Notice<K>[]): Promise<void> {
  if (notices.length === 0) return
  const unknown = notices.find(({ kind }) => !hasMessage('ru', `notice.${kind}`))
  if (unknown) throw new Error(`no message «notice.${unknown.kind}»`)
  await tx
    .insertInto('notice')
    .values(
      notices.map(({ to, unitId, kind, params, link = null, onceKey = null }) => ({
        account_id: to,
        unit_id: unitId,
        kind,
        params: JSON.stringify(params),
        link,
        once_key: onceKey,
        at_once: isAtOnce(kind),
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  if (notices.some(({ kind }) => isAtOnce(kind))) await enqueueJob(tx, SEND_LETTERS, {})
}
