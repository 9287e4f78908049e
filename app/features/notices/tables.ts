import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { NoticeKind } from './kinds.ts'

interface NoticeTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: ColumnType<string, never, never>
  account_id: string
  kind: NoticeKind
  params: ColumnType<Record<string, string | number>, string, never>
  link: string | null
  once_key: string | null
  created_at: Generated<Date>
  read_at: Date | null
  at_once: Generated<boolean>
  letter_id: number | null
  mailed_at: Date | null
}

interface LetterTable {
  id: GeneratedAlways<number>
  account_id: string
  /** Local date, 'YYYY-MM-DD'; null for a letter sent at once. */
  digest_date: string | null
  created_at: Date
  begun_at: Date | null
  sent_at: Date | null
  attempts: Generated<number>
  retry_at: Date | null
  given_up_at: Date | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    notice: NoticeTable
    'post.letter': LetterTable
  }
}
