import { writeFile } from 'node:fs/promises'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Scope } from '../../platform/database/index.ts'
import { cleanFileName } from '../../platform/files/index.ts'
import { type Handlers, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { nameOfSignal } from '../signals/index.ts'
import { listDispatches } from './dispatch/dispatches.ts'
import { presentDispatches } from './dispatch/present-dispatches.ts'
import { editFurther, sendFurther } from './dispatch/start-dispatch.ts'
import { writeCoverage } from './export-coverage.ts'
import { readPlanTable, writePlanTable } from './export-plans.ts'
import { shorten } from './measures/name-measure.ts'
import { presentTerm } from './measures/present-measure.ts'
import { planToDocument } from './plan-to-document.ts'
import type { plansContract } from './plans-contract.ts'
import { presentChanges, presentOpened, presentPlan, publicAddress } from './present-plans.ts'
import { presentTemplates } from './present-templates.ts'
import { readDocument } from './read-document.ts'
import { readTermWords } from './read-term-words.ts'
import { tasksOf } from './rules.ts'
import type { PlansService } from './service.ts'
import { approvePlan, closePlan, removePlan } from './store/approve-plan.ts'
import { changesOf } from './store/compare-versions.ts'
import { countCovered, readCoverage } from './store/coverage.ts'
import { listPlans } from './store/list-plans.ts'
import { openPlan } from './store/open-plan.ts'
import { readPlanRow } from './store/plan-rows.ts'
import { procedureDates } from './store/procedure-dates.ts'
import { publishPlan, readPublished, unpublishPlan } from './store/publish-plan.ts'
import { rollPlan } from './store/roll-plan.ts'
import { savePlan } from './store/save-plan.ts'
import type { PlanDocument } from './writing/plan-document.ts'
import { writePlanPdf } from './writing/write-pdf.ts'
import { writePlanWord } from './writing/write-word.ts'
import { writePlanWorkbook } from './writing/write-workbook.ts'

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: XLSX,
} as const

/** Whoever reads a page that is shown to everybody: nothing is in their reach but what the page says. */
const NOBODY: Scope = { accountId: '', role: '', grantId: null, unitPath: '' }

/** Plans over HTTP. */
export function planHandlers(service: PlansService, jobs: Jobs): Handlers<typeof plansContract> {
  const { database, namePeople, publicUrl, timeZone, today, moment } = service
  const dayOf = (at: Date) => localDate(at, timeZone)
  const days = () => ({ today: today(), dayOf })

  return {
    'GET /api/plans': async ({ tx, query }) => {
      const { items, ...rest } = await listPlans(tx, query, today())
      return { items: items.map(presentPlan), ...rest }
    },
    'GET /api/plans/export.xlsx': async ({ actor, query, reply }) => {
      const { locale, scope } = actor
      const table = await database.asOfNow(scope, tx => readPlanTable(tx, actor, query, today()))
      const name = `${say(locale, 'plans.export.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writePlanTable(path, locale, table))
    },
    'POST /api/plans/read': ({ body, actor }) => readDocument(service, actor, body),
    'POST /api/plans/read-term': async ({ tx, body: { words, start, end, school }, actor }) => {
      const period = { start, end, school }
      const procedures = await procedureDates(tx, period)
      const term = readTermWords({ words, year: null, section: null }, period, procedures)
      return {
        term: presentTerm(actor.locale, term),
        dates: tasksOf(term, period, procedures).flatMap(({ dueOn }) => dueOn ?? []),
      }
    },
    'POST /api/plans': async ({ tx, body, actor }) =>
      savePlan(tx, actor.scope, body, { today: today(), procedures: await procedureDates(tx, body.period) }),
    'GET /api/plans/:id': async ({ tx, params, actor }) => {
      const plan = await openPlan(tx, actor.scope, params.id, today())
      const dispatches = await listDispatches(tx, params.id, moment().now)
      return {
        ...(await presentOpened(tx, actor, plan, { namePeople, publicUrl }, days())),
        dispatches: presentDispatches(actor.locale, dispatches),
      }
    },
    'PATCH /api/plans/:id': async ({ tx, params: { id }, body, actor }) => ({
      id,
      version: await editFurther(tx, jobs, actor.scope, id, body, moment()),
    }),
    'POST /api/plans/:id/remove': async ({ tx, params: { id }, body: { version }, actor }) => {
      await removePlan(tx, actor.scope, id, version, moment().now)
      return { id }
    },
    'POST /api/plans/:id/approve': async ({ tx, params: { id }, body, actor }) => ({
      id,
      ...(await approvePlan(tx, actor.scope, id, body, moment())),
    }),
    'GET /api/plans/:id/changes': async ({ tx, params, query, actor: { locale } }) =>
      presentChanges(locale, await changesOf(tx, await readPlanRow(tx, params.id), query.since)),
    'POST /api/plans/:id/close': async ({ tx, params: { id }, body, actor }) => ({
      id,
      ...(await closePlan(tx, actor.scope, id, body, moment().now)),
    }),
    'POST /api/plans/:id/roll-over': ({ tx, params: { id }, body, actor }) =>
      rollPlan(tx, actor.scope, id, body, today()),
    'POST /api/plans/:id/send': async ({ tx, params: { id }, body, actor }) => {
      const { copies, before, waiting } = await sendFurther(tx, jobs, actor, id, body, today())
      return { sent: copies.length, before, ...(waiting.length > 0 ? { waiting: waiting.length } : {}) }
    },
    'GET /api/plans/:id/coverage': async ({ tx, params, query }) => {
      const plan = await readPlanRow(tx, params.id)
      const { measures, units, totals } = await readCoverage(tx, plan, query, today())
      return { measures: [...measures], units: [...units], totals: [...totals] }
    },
    'GET /api/plans/:id/coverage.xlsx': async ({ params, query, actor, reply }) => {
      const { locale, scope } = actor
      const read = await database.asOfNow(scope, async tx => {
        const plan = await readPlanRow(tx, params.id)
        const coverage = await readCoverage(tx, plan, query, today())
        const asked = { level: coverage.level, under: query.under }
        const selected = await countCovered(tx, plan, asked, today())
        await logRead(tx, 'plan', String(plan.id), plan.unit_id, { rows: selected, ...query })
        return { coverage, about: { title: plan.title, today: today(), selected } }
      })
      const name = `${say(locale, 'plans.coverage.file', { title: nameOf(read.about), day: today() })}.xlsx`
      return sendMadeFile(reply, { name: cleanFileName(name), mediaType: XLSX }, path =>
        writeCoverage(path, locale, read.coverage, read.about),
      )
    },
    'POST /api/plans/:id/publish': async ({ tx, params: { id }, body, actor }) => ({
      address: publicAddress(publicUrl, await publishPlan(tx, actor.scope, id, body, moment().now)),
    }),
    'POST /api/plans/:id/unpublish': async ({ tx, params: { id }, body: { version }, actor }) => {
      await unpublishPlan(tx, actor.scope, id, version, moment().now)
      return { id }
    },
    'GET /api/published-plans/:token': async ({ params }) => {
      const { abbreviations, sections, ...printed } = await database.as(NOBODY, tx =>
        readPublished(tx, params.token),
      )
      return {
        ...printed,
        abbreviations: [...abbreviations],
        sections: sections.map(({ title, measures }) => ({ title, measures: [...measures] })),
      }
    },
    'GET /api/plans/:id/file': async ({ params, query: { format, what }, actor, reply }) => {
      const { locale, scope } = actor
      const { document, title } = await database.asOfNow(scope, async tx => {
        const plan = await readPlanRow(tx, params.id)
        await logRead(tx, 'plan_file', String(plan.id), plan.unit_id, { format, what })
        return { document: await planToDocument(tx, locale, plan, { what, ...days() }), title: plan.title }
      })
      const name = `${say(locale, `plans.file.${what}`, { title: nameOf({ title }), day: today() })}.${format}`
      const made = await writeAs(format, document, { locale, date: today(), paper: what })
      return sendMadeFile(reply, { name: cleanFileName(name), mediaType: MEDIA_TYPES[format] }, path =>
        writeFile(path, made),
      )
    },
    'GET /api/measure-templates': async ({ tx, query: { level, signal }, actor: { locale } }) => {
      const channels = signal === undefined ? null : (await nameOfSignal(tx, locale, signal, days())).channels
      return { items: presentTemplates(locale, { level, channels }) }
    },
  }
}

const LONGEST_NAME = 80

/** As much of a title as a file may be called. */
function nameOf({ title }: { readonly title: string }): string {
  return shorten(title, LONGEST_NAME)
}

function writeAs(
  format: keyof typeof MEDIA_TYPES,
  document: PlanDocument,
  options: { readonly locale: Locale; readonly date: string; readonly paper: 'plan' | 'report' },
): Promise<Buffer> | Buffer {
  if (format === 'docx') return writePlanWord(document, options)
  return format === 'pdf' ? writePlanPdf(document, options) : writePlanWorkbook(document, options)
}
