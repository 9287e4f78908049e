import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { writeList } from '../../documents/spreadsheet/index.ts'
import { say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { attachmentHeader, cleanFileName } from '../../platform/files/index.ts'
import { type Actor, type Doorkeeper, implement, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { isRegion } from '../accounts/index.ts'
import { cancelArchive, listArchives, readArchive, startArchive } from './archive/archives.ts'
import { streamArchive } from './archive/stream-archive.ts'
import { portraitsContract } from './contract.ts'
import { type DrawOptions, drawPortrait } from './draw-portrait.ts'
import { readPortraitTable } from './export-portraits.ts'
import { readRemarksToExport, renderRemarks, writeRemarksWorkbook } from './export-remarks.ts'
import type { PortraitFormat } from './formats.ts'
import { fileNameOf, safeName } from './names.ts'
import {
  presentArchives,
  presentList,
  presentRemarks,
  presentSent,
  presentTemplates,
} from './present-portraits.ts'
import { presentReport } from './present-report.ts'
import type { PortraitsService } from './service.ts'
import { listPortraits } from './store/list-portraits.ts'
import type { OpenedPortrait } from './store/open-portrait.ts'
import {
  addRemark,
  answerRemark,
  countByTemplate,
  listRemarks,
  type RemarkFilters,
  readRemark,
} from './store/remarks.ts'
import { sendPortraits } from './store/send-portraits.ts'
import { listTemplates, makeTemplate } from './store/templates.ts'
import { tellOfAnswer, tellOfSending } from './tell-of-portraits.ts'
import { writePortrait } from './write-portrait.ts'

const MEDIA_TYPES: Readonly<Record<PortraitFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: XLSX,
  html: 'text/html; charset=utf-8',
}

/** Remarks that stand under a portrait; the rest are a click away. */
const REMARKS_SHOWN = 50

/** Portraits over HTTP. */
export function portraitRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  service: PortraitsService,
  jobs: Jobs,
): void {
  const { database } = doorkeeper
  const { namePeople, clock, timeZone, dataFolder } = service
  const today = () => localDate(clock(), timeZone)

  const remarkOf = async (tx: Tx, { locale }: Actor, id: number) =>
    (await presentRemarks(tx, namePeople, locale, [await readRemark(tx, id)]))[0]
  const archiveOf = async (tx: Tx, { locale }: Actor, id: number) =>
    (await presentArchives(tx, namePeople, locale, [await readArchive(tx, id)]))[0]
  const remarksToExport = ({ scope, locale }: Actor, filters: RemarkFilters) =>
    database.asOfNow(scope, tx => readRemarksToExport(tx, { locale }, service, filters, today()))

  implement(app, doorkeeper, portraitsContract, {
    'GET /api/portraits': async ({ tx, query, actor }) => {
      const { items, ...rest } = await listPortraits(tx, query)
      return { items: await presentList(tx, namePeople, items, isRegion(actor.scope.unitPath)), ...rest }
    },
    'GET /api/portraits/export.xlsx': async ({ actor, query, reply }) => {
      const { locale, scope } = actor
      const table = await database.asOfNow(scope, tx => readPortraitTable(tx, actor, service, query, today()))
      const name = `${say(locale, 'portraits.list.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, locale, table))
    },
    'POST /api/portraits/send': async ({ tx, body: { run, to }, actor }) => {
      const sent = await sendPortraits(tx, service, run, to)
      await tellOfSending(tx, sent, { personId: actor.personId, today: today() })
      return { sent: sent.units.length, before: sent.before }
    },
    'GET /api/portraits/template': async ({ tx, actor: { locale } }) =>
      presentTemplates(tx, namePeople, locale, await listTemplates(tx), await countByTemplate(tx)),
    'POST /api/portraits/template': async ({ tx, body }) => ({ number: await makeTemplate(tx, body) }),
    'GET /api/portraits/remarks': async ({ tx, query, actor: { locale } }) => {
      const { items, ...rest } = await listRemarks(tx, query)
      return { items: await presentRemarks(tx, namePeople, locale, items), ...rest }
    },
    'GET /api/portraits/remarks/export.xlsx': async ({ actor, query, reply }) => {
      const { locale } = actor
      const table = await remarksToExport(actor, query)
      const name = `${say(locale, 'portraits.remarks.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeRemarksWorkbook(path, locale, table))
    },
    'GET /api/portraits/remarks/summary.docx': async ({ actor, query, reply }) => {
      const { locale } = actor
      const table = await remarksToExport(actor, query)
      const name = `${say(locale, 'portraits.summary.file', { day: today() })}.docx`
      return sendMadeFile(reply, { name, mediaType: MEDIA_TYPES.docx }, async path =>
        writeFile(path, await renderRemarks(locale, table, today())),
      )
    },
    'POST /api/portraits/remarks': async ({ tx, body, actor }) =>
      remarkOf(tx, actor, await addRemark(tx, body)),
    'POST /api/portraits/remarks/:id/answer': async ({ tx, params, body, actor }) => {
      await answerRemark(tx, params.id, body, clock())
      await tellOfAnswer(tx, await readRemark(tx, params.id), actor.personId)
      return remarkOf(tx, actor, params.id)
    },
    'GET /api/portraits/archives': async ({ tx, query, actor: { locale } }) => ({
      items: await presentArchives(tx, namePeople, locale, await listArchives(tx, query)),
      next: null,
    }),
    'POST /api/portraits/archives': async ({ tx, body, actor }) => {
      const asked = { ...body, locale: actor.locale, day: today() }
      return archiveOf(tx, actor, await startArchive(tx, jobs, asked))
    },
    'POST /api/portraits/archives/:id/cancel': async ({ tx, params, actor }) => {
      const jobId = await cancelArchive(tx, params.id, clock())
      if (jobId !== null) jobs.cancelRequested(jobId)
      return archiveOf(tx, actor, params.id)
    },
    'GET /api/portraits/archives/:id/content': async ({ params, actor, reply }) => {
      const archive = await database.as(actor.scope, async tx => {
        const row = await readArchive(tx, params.id)
        if (row.state !== 'done') throw new ProblemError({ code: `portrait-archive-${noFile(row.state)}` })
        const { id, unit_id, written, run_id } = row
        await logRead(tx, 'portrait_archive', String(id), unit_id, { run_id, written })
        return row
      })
      const name = cleanFileName(
        `${say(archive.locale, 'portraits.archive.file', { run: safeName(archive.runTitle), day: archive.day })}.zip`,
      )
      const content = Readable.from(await streamArchive(dataFolder, archive), { objectMode: false })
      return reply
        .headers({ 'content-type': 'application/zip', 'content-disposition': attachmentHeader(name) })
        .send(content)
    },
    'GET /api/portraits/:run/:unit': async ({ params, query, actor }) => {
      const drawn = await drawPortrait(service, actor, params, optionsOf(query))
      const { opened, report, now, changed } = drawn
      const { sent, unit, level, run, template } = opened
      const { number, switchedOff, switchedOn, changes } = template
      return database.as(actor.scope, async tx => {
        const remarks = sent
          ? await listRemarks(tx, { portrait: sent.id, limit: REMARKS_SHOWN })
          : { items: [] }
        return {
          unit: { id: unit.id, name: unit.name },
          level,
          run: { id: run.id, title: run.title, published: run.published },
          report: presentReport(report),
          sent: sent && { ...(await presentSent(tx, namePeople, sent)), stood: sent.stood?.day ?? null },
          ...{ now, changed },
          template: { number, changes, switchedOff: [...switchedOff], switchedOn: [...switchedOn] },
          remarks: await presentRemarks(tx, namePeople, actor.locale, remarks.items),
          may: actsOn(opened, actor),
        }
      })
    },
    'GET /api/portraits/:run/:unit/file': async ({ params, query: { format, ...query }, actor, reply }) => {
      const { opened, report } = await drawPortrait(service, actor, params, optionsOf(query))
      const { unit } = opened
      await database.as(actor.scope, tx =>
        logRead(tx, 'portrait_file', `${params.run}-${unit.id}`, unit.id, { run_id: params.run, format }),
      )
      const name = fileNameOf(report, format)
      return sendMadeFile(reply, { name, mediaType: MEDIA_TYPES[format] }, path =>
        writePortrait(path, report, format),
      )
    },
  })
}

function optionsOf({ notable, now }: { notable?: 'yes' | undefined; now?: 'yes' | undefined }): DrawOptions {
  return { notableOnly: notable === 'yes', now: now === 'yes' }
}

/** What the reader may do with a portrait: the page offers exactly these. */
function actsOn({ sent, run, level }: OpenedPortrait, { may }: Actor): ('send' | 'remark' | 'answer')[] {
  return [
    ...(may('portrait.make') && run.published && level !== 'region' && sent === null
      ? (['send'] as const)
      : []),
    ...(may('portrait.remark') && sent !== null ? (['remark'] as const) : []),
    ...(may('portrait.make') ? (['answer'] as const) : []),
  ]
}

/** Why there is nothing to save: still being made, gone, or never made. */
function noFile(state: string): 'going' | 'gone' {
  return state === 'queued' || state === 'running' ? 'going' : 'gone'
}
