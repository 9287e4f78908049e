import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { NamePeople } from '../territory/index.ts'
import { type AuditEntry, describeEntries } from './describe-entries.ts'
import type { May } from './guards.ts'
import type { AuditFilters } from './store/choose-entries.ts'
import { listEntries, type Page } from './store/list-entries.ts'

/** Lines of one act that say the same of several units, read as one. */
export interface Folded {
  readonly lines: number
  /** «20 школ» */
  readonly words: string
  readonly units: { readonly id: number; readonly name: string }[]
}

export type FoldedEntry = AuditEntry & { readonly folded: Folded | null }

/** A page reads on until so many lines are left after folding … */
const ENOUGH = 25
/** … or so many are read: an act over a whole region ends here and goes on with the next page. */
const MOST_READ = 2_000
const CHUNK = 100
/** So many new records at once are one line. */
const MANY = 6
/** What no request caused (a job wrote it) belongs together while its lines stand this close, ms. */
const CLOSE = 60_000

/**
 * A page of the log in which one act over many schools takes one line. The export keeps every line; so does the log
 * itself.
 */
export async function listFolded(
  tx: Tx,
  may: May,
  locale: Locale,
  { cursor, limit = 50, ...filters }: AuditFilters & Page,
  namePeople: NamePeople,
): Promise<{ items: FoldedEntry[]; next: string | null }> {
  const groups = new Map<string, AuditEntry[][]>()
  let next: string | null | undefined = cursor
  for (let read = 0; next !== null && read < MOST_READ; ) {
    const page: Page = { limit: read === 0 ? limit : CHUNK, ...(next ? { cursor: next } : {}) }
    const found = await listEntries(tx, may, { ...filters, ...page })
    const entries = await describeEntries(tx, locale, found.rows, namePeople)
    for (const entry of entries) {
      const key = keyOf(entry)
      const group = groups.get(key)?.at(-1)
      if (group && belongs(entry, group)) group.push(entry)
      else groups.set(key, [...(groups.get(key) ?? []), [entry]])
    }
    next = found.next
    read += entries.length
    const last = entries.at(-1)
    // An act that is not over is read to its end.
    const goesOn = last !== undefined && (groups.get(keyOf(last))?.at(-1)?.length ?? 0) > 1
    if (groups.size >= Math.min(ENOUGH, limit) && !goesOn) break
  }
  const folded = [...groups.values()]
    .flat()
    .flatMap(splitFew)
    .sort(([a], [b]) => b.at.localeCompare(a.at) || b.id - a.id)
  const kinds = await kindsOf(tx, folded)
  return {
    items: folded.map(group => ({
      ...group[0],
      ...(saysTheSame(group) ? {} : { sentence: `${group[0].actionName}.`, changes: [] }),
      folded: fold(locale, group, kinds),
    })),
    next: next ?? null,
  }
}

/** What brought papers along is told by itself. */
function keyOf(entry: AuditEntry): string {
  const { id, requestId, accountId, role, subject, actionName, sentence, reason, files } = entry
  if (files.length > 0) return String(id)
  // New records differ in what they hold: many at once are told by what was done.
  const said = entry.changes.every(({ before }) => before === null) ? actionName : sentence
  return JSON.stringify([requestId, accountId, role, subject, said, reason])
}

/** A few new records that differ are told one by one. */
function splitFew(group: AuditEntry[]): AuditEntry[][] {
  return group.length >= MANY || saysTheSame(group) ? [group] : group.map(entry => [entry])
}

function saysTheSame(group: readonly AuditEntry[]): boolean {
  return group.every(({ sentence }) => sentence === group[0].sentence)
}

function belongs(entry: AuditEntry, group: readonly AuditEntry[]): boolean {
  if (entry.requestId !== null) return true
  // Twice at one unit are two acts: somebody came in again.
  if (entry.accountId !== null && group.length === 1 && group[0].unit.id === entry.unit.id) return false
  return Date.parse(group[group.length - 1].at) - Date.parse(entry.at) < CLOSE
}

function fold(
  locale: Locale,
  group: readonly AuditEntry[],
  kinds: ReadonlyMap<number, string>,
): Folded | null {
  if (group.length === 1) return null
  const units = [...new Map(group.map(({ unit }) => [unit.id, unit])).values()]
  const found = new Set(units.map(({ id }) => kinds.get(id)))
  const [kind] = found.size === 1 ? found : ['']
  return {
    lines: group.length,
    units: units.toSorted((a, b) => a.name.localeCompare(b.name, locale, { numeric: true })),
    words:
      units.length === 1
        ? say(locale, 'audit.folded-here', { unit: units[0].name, lines: group.length })
        : say(locale, 'audit.folded', {
            kind: kind ?? '',
            units: units.length,
            lines: group.length === units.length ? 0 : group.length,
          }),
  }
}

async function kindsOf(tx: Tx, groups: readonly AuditEntry[][]): Promise<ReadonlyMap<number, string>> {
  const ids = groups.filter(group => group.length > 1).flatMap(group => group.map(({ unit }) => unit.id))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'kind'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}
