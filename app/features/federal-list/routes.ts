import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { writeList } from '../../documents/spreadsheet/index.ts'
import { say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { cleanFileName, limitContent, ownFolderPrefix } from '../../platform/files/index.ts'
import { type Actor, type Doorkeeper, implement, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { NamePeople } from '../territory/index.ts'
import { federalListContract } from './contract.ts'
import { readListTable } from './export-lists.ts'
import { readSchoolTable, writeSchoolWorkbook } from './export-schools.ts'
import { presentDetails, presentList, presentSchool } from './present.ts'
import { readFederalFile } from './read-federal-file.ts'
import { checkFederalFile } from './store/check-federal-file.ts'
import { acceptList, rejectList, undoList } from './store/decide-list.ts'
import { loadedYears } from './store/known-lists.ts'
import { listSchools } from './store/list-schools.ts'
import { getList, listLists } from './store/read-lists.ts'

export interface FederalListOptions {
  readonly namePeople: NamePeople
  readonly clock?: () => Date
  /** Of the installation: which day it is, is asked there. */
  readonly timeZone?: string
}

/** Bytes of a list: that of a large region has less than one megabyte. */
const LARGEST = 10 * 2 ** 20

/** The federal list over HTTP. The file is read outside the transaction. */
export function federalListRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  { namePeople, clock = () => new Date(), timeZone }: FederalListOptions,
): void {
  const today = () => localDate(clock(), timeZone)
  const details = async (tx: Tx, { locale }: Actor, id: number) => {
    const list = await getList(tx, id)
    return presentDetails(locale, list, await namePeople(tx, [list.sentBy]))
  }

  implement(app, doorkeeper, federalListContract, {
    'GET /api/federal-list': async ({ tx, query: { cursor, limit, ...filters } }) => {
      const { schools } = await listSchools(tx, filters, today())
      const from = cursor === undefined ? 0 : offsetOf(cursor)
      const items = schools.slice(from, from + limit).map(presentSchool)
      const next = from + limit < schools.length ? String(from + limit) : null
      return cursor === undefined ? { items, next, total: schools.length } : { items, next }
    },
    'GET /api/federal-list/years': async ({ tx }) => {
      const years = await loadedYears(tx)
      const rows = await tx
        .selectFrom('federal_list_entry')
        .select(['year', ({ fn }) => fn.countAll<number>().as('schools')])
        .where('active', '=', true)
        .groupBy('year')
        .execute()
      const counts = new Map(rows.map(row => [row.year, row.schools]))
      return { items: years.toReversed().map(year => ({ year, schools: counts.get(year) ?? 0 })) }
    },
    'GET /api/federal-list/export.xlsx': async ({ actor: { scope, locale }, query, reply }) => {
      const table = await doorkeeper.database.asOfNow(scope, tx =>
        readSchoolTable(tx, locale, query, today()),
      )
      const name = `${say(locale, 'federal.export.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeSchoolWorkbook(path, locale, table))
    },
    'GET /api/federal-list/imports': async ({ tx, query }) => {
      const { items, next } = await listLists(tx, query)
      const people = await namePeople(
        tx,
        items.map(({ sentBy }) => sentBy),
      )
      return { items: items.map(one => presentList(one, people)), next }
    },
    'GET /api/federal-list/imports/export.xlsx': async ({ actor, reply }) => {
      const { scope, locale } = actor
      const table = await doorkeeper.database.asOfNow(scope, tx =>
        readListTable(tx, actor, namePeople, today()),
      )
      const name = `${say(locale, 'federal.lists.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, locale, table))
    },
    'POST /api/federal-list/imports': async ({ actor, query, request }) => {
      const file = await receiveList(request)
      return doorkeeper.database.as(actor.scope, async tx =>
        details(tx, actor, await checkFederalFile(tx, file, query.year ?? null)),
      )
    },
    'GET /api/federal-list/imports/:id': ({ tx, params, actor }) => details(tx, actor, params.id),
    'POST /api/federal-list/imports/:id/accept': async ({ tx, params, actor }) => {
      await acceptList(tx, params.id, clock())
      return details(tx, actor, params.id)
    },
    'POST /api/federal-list/imports/:id/reject': async ({ tx, params, actor }) => {
      await rejectList(tx, params.id, clock())
      return details(tx, actor, params.id)
    },
    'POST /api/federal-list/imports/:id/undo': async ({ tx, params, body, actor }) => {
      await undoList(tx, params.id, { reason: body.reason, now: clock() })
      return details(tx, actor, params.id)
    },
  })
}

function offsetOf(cursor: string): number {
  if (!/^\d{1,6}$/.test(cursor)) throw new ProblemError({ code: 'cursor-unreadable' })
  return Number(cursor)
}

/** The one file of the request, put aside under a name of ours, read and taken away again. */
async function receiveList(request: FastifyRequest) {
  // One byte more than we take, so that our own check, which stops at once, comes first.
  const limits = { fileSize: LARGEST + 1, files: 1 }
  const part = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: false }) : undefined
  if (!part) throw new ProblemError({ code: 'file-not-sent' })
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix()))
  try {
    const path = join(folder, 'list')
    const name = cleanFileName(part.filename)
    await writeFile(path, limitContent(part.file, LARGEST, name))
    return await readFederalFile(path, name)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
