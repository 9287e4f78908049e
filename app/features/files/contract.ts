import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const fileId = z.object({ id: rowIdInUrl })

const file = z.object({
  id: z.number().int(),
  unitId: z.number().int(),
  /** Cleaned for display; offered when saving. */
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  mediaType: z.string(),
  createdAt: z.iso.datetime(),
  /** The record it belongs to; null while only its sender sees it. */
  attachedTo: z.object({ subject: z.string(), subjectId: z.string() }).nullable(),
})

export const filesContract = {
  'POST /api/files': {
    summary:
      'Send a file (one part, multipart/form-data). It is a draft of its sender until a record takes it',
    access: 'file.write',
    query: z.object({ unitId: rowIdInUrl.optional() }),
    files: true,
    response: file,
    transaction: false,
  },
  'GET /api/files/:id': {
    summary: 'What is known of a file',
    access: 'file.read',
    params: fileId,
    response: file,
  },
  'GET /api/files/:id/content': {
    summary: 'The content, always for saving',
    access: 'file.read',
    params: fileId,
    download: true,
    transaction: false,
  },
  'DELETE /api/files/:id': {
    summary: 'Remove a draft. A file that a record holds is removed through that record',
    access: 'file.write',
    params: fileId,
  },
} as const satisfies Contract<Access>
