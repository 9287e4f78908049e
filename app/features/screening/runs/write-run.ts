import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { RegistryOfTerritory } from '../../territory/index.ts'
import type { FoundSign } from '../findings/signs-of-screening.ts'
import type { SignalsOfRun } from '../signals-port.ts'
import type { PackedRun } from './pack-run.ts'

/** Rows of one statement: more parameters than the database takes would be the end of a large region. */
const AT_ONCE = 400

export interface RunToWrite {
  readonly id: number
  readonly unitId: number
  readonly campaignId: number | null
  /** Row ids of the batches that went in. */
  readonly batches: readonly number[]
  readonly found: PackedRun
  readonly territory: Pick<RegistryOfTerritory, 'unitByDigits' | 'municipalities'>
  readonly now: Date
}

/**
 * Writes everything that a run found and opens its signals, in the caller's transaction: all of it stands, or nothing. A
 * school that the registry does not know stands under the unit of the run. False, and nothing written, where the run was
 * called off meanwhile.
 */
export async function writeRun(
  tx: Tx,
  { openSignals }: Pick<SignalsOfRun, 'openSignals'>,
  run: RunToWrite,
): Promise<boolean> {
  const { id, unitId, campaignId, batches, found, territory, now } = run
  const { record } = found
  const { numUpdatedRows } = await tx
    .updateTable('screening_run')
    .set({
      state: 'done',
      record: JSON.stringify(record),
      data_hash: record.dataHash,
      summary: JSON.stringify(found.summary),
      finished_at: now,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const place = placesOf(unitId, territory)
  await inParts(
    batches.map(batch => ({ run_id: id, batch_id: batch })),
    rows => tx.insertInto('run_batch').values(rows).execute(),
  )
  await inParts(setRows(id, found), rows => tx.insertInto('run_set').values(rows).execute())
  await inParts(
    found.schoolSets.map(({ login, distribution, ...row }) => ({
      run_id: id,
      ...place(login),
      ...row,
      distribution: [...distribution],
    })),
    rows => tx.insertInto('run_school_set').values(rows).execute(),
  )
  await inParts(
    found.schools.map(({ kind, ...row }) => ({
      run_id: id,
      ...place(row.login),
      ...row,
      school_kind: kind,
    })),
    rows => tx.insertInto('run_school').values(rows).execute(),
  )
  await inParts(indexRows(id, unitId, found, territory), rows =>
    tx.insertInto('run_index').values(rows).execute(),
  )
  await openSignals(tx, {
    runId: id,
    campaignId,
    screening: found.behindSigns,
    signs: oncePerUnit(found.signs, login => place(login).unit_id),
    unitOf: login => place(login).unit_id,
    isKnown: login => territory.unitByDigits.has(digitsOf(login)),
  })
  return true
}

/** Six digits of a login, by which schools are told apart. */
function digitsOf(login: string): string {
  return login.slice(-6)
}

function placesOf(unitId: number, { unitByDigits }: RunToWrite['territory']) {
  return (login: string) => {
    const digits = digitsOf(login)
    return { digits, unit_id: unitByDigits.get(digits) ?? unitId }
  }
}

function setRows(id: number, { behindSigns: { sets } }: PackedRun) {
  return sets.map((set, position) => ({
    run_id: id,
    position,
    procedure: set.procedure,
    paper_version: set.version,
    year: set.year,
    grade: set.grade,
    subject: set.subject,
    works: set.works,
    schools: set.schools,
    facts: JSON.stringify(set),
  }))
}

/** The region's index under the unit of the run; that of a municipality under the municipality of that name. */
function indexRows(
  id: number,
  unitId: number,
  { index }: PackedRun,
  { municipalities }: RunToWrite['territory'],
) {
  const byName = new Map(municipalities.map(one => [one.name, one.id]))
  return index.flatMap(({ unit, level, year, signs, schools, marked, index: value }) => {
    const at = level === 'region' ? unitId : byName.get(unit)
    return at === undefined ? [] : [{ run_id: id, unit_id: at, year, signs, schools, marked, value }]
  })
}

/**
 * A school whose login had other digits may stand in a set twice. It is asked once: about the sign with more works behind
 * it.
 */
function oncePerUnit(signs: readonly FoundSign[], unitOf: (login: string) => number): FoundSign[] {
  const kept = new Map<string, FoundSign>()
  for (const sign of signs) {
    const key = `${sign.source} ${unitOf(sign.school)} ${sign.position}`
    const other = kept.get(key)
    if (!other || other.n < sign.n) kept.set(key, sign)
  }
  return [...kept.values()]
}

async function inParts<Row>(
  rows: Iterable<Row>,
  insert: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  let part: Row[] = []
  for (const row of rows) {
    part.push(row)
    if (part.length < AT_ONCE) continue
    await insert(part)
    part = []
  }
  if (part.length > 0) await insert(part)
}
