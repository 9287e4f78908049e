import type { FastifyRequest } from 'fastify'
import { writeList } from '../../documents/spreadsheet/index.ts'
import { say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { tooLarge } from '../../platform/files/index.ts'
import { type Actor, type Handlers, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { acceptBatches } from './batches/accept-batches.ts'
import { readBatchTable } from './batches/export-batches.ts'
import { findBatchRow, listBatchRows } from './batches/list-batch-rows.ts'
import { findJournal, matchJournal } from './batches/match-journal.ts'
import { presentBatches, presentProblem } from './batches/present-batches.ts'
import { rejectBatch } from './batches/reject-batch.ts'
import { undoAcceptedBatch } from './batches/undo-batch.ts'
import type { resultsContract } from './contract.ts'
import { requireImporter } from './import/importer.ts'
import { admitBatch, LARGEST_FILE, receiveBatch } from './import/receive-batch.ts'
import type { ResultsService } from './service.ts'

type Name =
  | 'POST /api/imports'
  | 'GET /api/imports'
  | 'GET /api/imports/export.xlsx'
  | 'GET /api/imports/:id'
  | 'POST /api/imports/:id/accept'
  | 'POST /api/imports/accept'
  | 'POST /api/imports/:id/reject'
  | 'POST /api/imports/:id/undo'

/** Part headers and boundaries around the file itself. */
const ENVELOPE = 16 * 1024

/** Handlers of files of results: sent, looked through, decided. */
export function importHandlers(
  service: ResultsService,
  jobs: Jobs,
): Pick<Handlers<typeof resultsContract>, Name> {
  const { database, store, clock, timeZone, namePeople, onBatchUndone, onWorks } = service
  const view = async (tx: Tx, { locale }: Actor, id: number) => {
    const [shown] = await presentBatches(tx, locale, [await findBatchRow(tx, id)], namePeople)
    return shown
  }
  const by = ({ scope }: Actor) => ({ accountId: scope.accountId, now: clock() })

  return {
    async 'POST /api/imports'({ actor, query, request }) {
      if (Number(request.headers['content-length']) > LARGEST_FILE + ENVELOPE) throw tooLarge(LARGEST_FILE)
      const { campaign, kind, subject, grade, year, version, school } = query
      const importer = await database.as(actor.scope, tx => admitBatch(tx, actor.scope, campaign))
      const part = await onlyFile(request)
      const assume = {
        ...(subject ? { subject } : {}),
        ...(grade ? { grade } : {}),
        ...(year ? { year } : {}),
        ...(version ? { version } : {}),
        ...(school ? { school } : {}),
      }
      const sent = { name: part.filename, content: part.file, kind, campaign, assume }
      const id = await receiveBatch(service, jobs, actor.scope, importer, sent)
      return database.as(actor.scope, tx => view(tx, actor, id))
    },
    async 'GET /api/imports'({ tx, query, actor }) {
      await requireImporter(tx, actor.scope)
      const { items, ...rest } = await listBatchRows(tx, query)
      return { items: await presentBatches(tx, actor.locale, items, namePeople), ...rest }
    },
    async 'GET /api/imports/export.xlsx'({ query, actor, reply }) {
      const { locale, scope } = actor
      const today = localDate(clock(), timeZone)
      const table = await database.asOfNow(scope, tx => readBatchTable(tx, actor, namePeople, query, today))
      const name = `${say(locale, 'import.files.file', { day: today })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, locale, table))
    },
    async 'GET /api/imports/:id'({ params, actor }) {
      const { shown, journal } = await database.as(actor.scope, async tx => {
        await requireImporter(tx, actor.scope)
        return { shown: await view(tx, actor, params.id), journal: await findJournal(tx, store, params.id) }
      })
      return journal ? { ...shown, matched: await matchJournal(store, journal.id, journal.works) } : shown
    },
    async 'POST /api/imports/:id/accept'({ tx, params, body, actor }) {
      const { works } = await acceptBatches(tx, [{ id: params.id, version: body.version }], by(actor))
      onWorks(works)
      return view(tx, actor, params.id)
    },
    async 'POST /api/imports/accept'({ tx, body, actor }) {
      const { warnings, ...accepted } = await acceptBatches(tx, body.batches, by(actor))
      onWorks(accepted.works)
      return { ...accepted, warnings: warnings.map(warning => presentProblem(actor.locale, warning)) }
    },
    async 'POST /api/imports/:id/reject'({ tx, params, body, actor }) {
      await requireImporter(tx, actor.scope)
      const jobId = await rejectBatch(tx, { id: params.id, ...body }, by(actor))
      if (jobId !== null) jobs.cancelRequested(jobId)
      return view(tx, actor, params.id)
    },
    async 'POST /api/imports/:id/undo'({ tx, params, body, actor }) {
      await undoAcceptedBatch(tx, { id: params.id, ...body }, { ...by(actor), onUndone: onBatchUndone })
      return view(tx, actor, params.id)
    },
  }
}

async function onlyFile(request: FastifyRequest) {
  // One byte more than we take, so that our own check, which names the file, comes first.
  const limits = { fileSize: LARGEST_FILE + 1, files: 1 }
  const part = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: false }) : undefined
  if (!part) throw new ProblemError({ code: 'file-not-sent' })
  return part
}
