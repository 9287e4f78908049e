import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import type { Access } from '../accounts/index.ts'

/** Made by us from the clock, so a name can never be a path. */
const name = z.string().regex(/^objektiv-\d{4}-\d{2}-\d{2}-\d{6}\.tar\.gz$/)
const instant = z.iso.datetime()

const list = z.object({
  items: z.array(z.object({ name, size: z.number().int(), createdAt: instant })),
  /** One is asked for or being made: no other is begun meanwhile. */
  making: z.boolean(),
})

export const backupsContract = {
  'GET /api/backups': {
    summary: 'Backups kept in the data folder, the newest first; ask again while one is being made',
    access: 'backup.make',
    transaction: false,
    response: list,
  },
  'POST /api/backups': {
    summary:
      'Ask for a backup of the whole installation, made as a job. It is brought back by the command objektiv restore',
    access: 'backup.make',
    transaction: false,
    response: z.object({ jobId: z.number().int() }),
  },
  'GET /api/backups/:name/content': {
    summary: 'The file itself. It holds personal data and secrets of the installation',
    access: 'backup.make',
    params: z.object({ name }),
    transaction: false,
    download: true,
  },
  'DELETE /api/backups/:name': {
    summary: 'Remove a backup from the data folder',
    access: 'backup.make',
    params: z.object({ name }),
    transaction: false,
  },
} as const satisfies Contract<Access>
