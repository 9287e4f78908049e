import { z } from 'zod'

export const BACKUP_FORMAT = 1
export const MANIFEST = 'manifest.json'
export const SECRETS = 'secrets.json'

const memberSchema = z.object({ path: z.string(), size: z.number().int(), sha256: z.string() })

const tableSchema = z.object({
  /** With its schema, 'public.unit'. */
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.number().int(),
})

/**
 * What a backup holds, its last member: a file without one was cut off. The tables are text: one JSON array of strings
 * (null where the column is) per row, each value as PostgreSQL itself writes it, so that either kind of database, of any
 * later version, reads it exactly.
 */
export const manifestSchema = z.object({
  kind: z.literal('objektiv-backup'),
  format: z.number().int(),
  programVersion: z.string(),
  createdAt: z.string(),
  database: z.enum(['embedded', 'server']),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.number().int(),
  members: z.array(memberSchema),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Member = z.infer<typeof memberSchema>
export type TableDump = z.infer<typeof tableSchema>
