import { z } from 'zod'
import type { Contract } from '../../platform/http/index.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const instant = z.iso.datetime()
const noticeId = z.object({ id: rowIdInUrl })

const notice = z.object({
  id: z.number().int(),
  unitId: z.number().int(),
  kind: z.string(),
  /** A whole sentence in the reader's language. */
  text: z.string(),
  /** Path inside the application; null when there is nowhere to go. */
  link: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
})

export const noticesContract = {
  'GET /api/notices': {
    summary: 'What this person was told about units in reach, the newest first, and how much of it is unread',
    access: 'signed-in',
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{1,10}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      unread: z.enum(['true', 'false']).optional(),
    }),
    response: z.object({
      items: z.array(notice),
      next: z.string().nullable(),
      /** Of all notices, not of this page. */
      unread: z.number().int(),
    }),
  },
  'POST /api/notices/:id/read': {
    summary: 'Mark a notice as read',
    access: 'signed-in',
    params: noticeId,
  },
  'POST /api/notices/read-all': {
    summary:
      'Mark as read everything told up to the given notice, so that one that came meanwhile is not missed',
    access: 'signed-in',
    body: z.object({ upTo: rowId }),
  },
} as const satisfies Contract<Access>
