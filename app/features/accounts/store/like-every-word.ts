import { type RawBuilder, sql } from 'kysely'

/** A condition that the text holds every word looked for, whatever the case; ё and е are one letter. */
export function likeEveryWord(text: RawBuilder<unknown>, q: string | undefined): RawBuilder<boolean> {
  const words = (q ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return sql<boolean>`true`
  const parts = words.map(
    word => sql<boolean>`replace(lower(${text}), 'ё', 'е') like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`,
  )
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}
