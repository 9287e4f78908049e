import type { FastifyInstance } from 'fastify'
import { type ListToWrite, writeList } from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, type Doorkeeper, implement, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { getCampaign } from '../procedures/index.ts'
import { screeningContract } from './contract.ts'
import { setName } from './outputs/words.ts'
import { dismissReadyThread, prepareThread } from './runs/ready-thread.ts'
import type { ScreeningService } from './service.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { cancelRun } from './store/cancel-run.ts'
import { describeRun, listRuns } from './store/list-runs.ts'
import { listSchoolSets } from './store/list-school-sets.ts'
import { publishRun } from './store/publish-run.ts'
import { readIndex } from './store/read-index.ts'
import { readPublication, readSuperseded } from './store/read-publication.ts'
import { readDoneRun, readSet, readSets } from './store/read-run.ts'
import { signatureOf } from './store/read-school-sets.ts'
import { readScope } from './store/read-scope.ts'
import { startRun } from './store/start-run.ts'
import { compareRuns } from './views/compare-runs.ts'
import { presentDefinitions } from './views/definitions.ts'
import { readRunTable } from './views/export-runs.ts'
import { comparisonTable, indexTable, schoolTable } from './views/export-tables.ts'
import { figureCache } from './views/figure-cache.ts'
import { figuresOfSet } from './views/figures-of-set.ts'
import { presentIndex } from './views/present-index.ts'
import { presentRun, presentRuns } from './views/present-run.ts'
import { presentSchoolSet } from './views/present-schools.ts'
import { viewOf } from './views/reader.ts'
import { readAlikeReplies, readReplies, wordAlikeReplies } from './views/replies.ts'
import { sendOutput } from './views/send-output.ts'

/** Screenings over HTTP. */
export function screeningRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  service: ScreeningService,
  jobs: Jobs,
): void {
  const { database } = doorkeeper
  const { namePeople, clock, timeZone } = service
  const today = () => localDate(clock(), timeZone)
  const figures = figureCache()

  const summary = async (tx: Tx, id: number) => {
    const row = await describeRun(tx, id)
    if (!row) throw new ProblemError({ code: 'not-found' })
    return (await presentRuns(tx, [row], namePeople))[0]
  }
  const send = async (
    { locale, scope }: Actor,
    reply: Parameters<typeof sendMadeFile>[0],
    file: string,
    read: (tx: Tx) => Promise<ListToWrite>,
  ) => {
    const table = await database.asOfNow(scope, read)
    const name = `${say(locale, `run.file.${file}`, { day: today() })}.xlsx`
    return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, locale, table))
  }

  app.addHook('onClose', async () => dismissReadyThread())
  implement(app, doorkeeper, screeningContract, {
    'GET /api/runs': async ({ tx, query: { cursor, limit, ...filters } }) => {
      const before = cursor === undefined ? undefined : readCursor(cursor)
      const rows = await listRuns(tx, { ...filters, before, limit })
      const page = rows.slice(0, limit)
      return {
        items: await presentRuns(tx, page, namePeople),
        next: rows.length > limit ? String(page.at(-1)?.id) : null,
      }
    },
    'GET /api/runs/export.xlsx': ({ actor, query, reply }) =>
      send(actor, reply, 'runs', tx => readRunTable(tx, actor, namePeople, query, today())),
    'GET /api/runs/options': async ({ tx, query: { campaign }, actor: { locale } }) => {
      const named = campaign === undefined ? null : await getCampaign(tx, campaign)
      const batches = await service.acceptedBatches(
        tx,
        campaign === undefined ? {} : { campaignId: campaign },
      )
      if (batches.length > 0)
        prepareThread(batches.reduce((sum, { manifest }) => sum + manifest.counts.works, 0))
      const [last] = await listRuns(tx, { campaign, limit: 1 })
      const { notAttempted, notTaught, budget } = last?.settings ?? DEFAULT_SETTINGS
      const day = sayDate(locale, today())
      return {
        batches: batches.map(({ id, manifest }) => ({
          id,
          file: manifest.source.file,
          set: setName(locale, manifest.assessment),
          works: manifest.counts.works,
        })),
        settings: { notAttempted, notTaught, budget },
        title: named
          ? say(locale, 'run.title-of-campaign', { campaign: named.title, day })
          : say(locale, 'run.title', { day }),
      }
    },
    'POST /api/runs': async ({ tx, body: { campaign, title, batches, settings } }) => {
      const asked = { campaignId: campaign, title, settings: { ...settings, batches: batches ?? null } }
      return summary(tx, await startRun(tx, service, jobs, asked))
    },
    'GET /api/runs/compare': async ({ tx, query: { under, ...ids }, actor }) => {
      const view = await viewOf(tx, actor, under)
      return (await compareRuns(tx, service, actor.locale, ids, view)).comparison
    },
    'GET /api/runs/compare/export.xlsx': ({ actor, query, reply }) =>
      send(actor, reply, 'comparison', tx => comparisonTable(tx, service, actor, query)),
    'GET /api/runs/:id': async ({ tx, params, actor }) => {
      const row = await describeRun(tx, params.id)
      if (!row) throw new ProblemError({ code: 'not-found' })
      return presentRun(tx, actor, row, namePeople)
    },
    'POST /api/runs/:id/cancel': async ({ tx, params }) => {
      await summary(tx, params.id)
      const jobId = await cancelRun(tx, params.id, clock())
      if (jobId !== null) jobs.cancelRequested(jobId)
      return summary(tx, params.id)
    },
    'GET /api/runs/:id/publication': async ({ tx, params }) => {
      const run = await readDoneRun(tx, params.id)
      const { municipalities, schools, unknown, official, own, signalSchools } = await readPublication(
        tx,
        params.id,
      )
      return {
        municipalities,
        schools,
        unknown,
        signals: { official, own, schools: signalSchools },
        supersedes: await readSuperseded(tx, run),
      }
    },
    'POST /api/runs/:id/publish': async ({ tx, params, body }) => {
      await publishRun(tx, service, { id: params.id, version: body.version, now: clock() })
      return summary(tx, params.id)
    },
    'GET /api/runs/:id/scope': async ({ tx, params, query, actor }) => {
      const view = await viewOf(tx, actor, query.under)
      const run = await readDoneRun(tx, params.id)
      const counts = await readScope(tx, params.id, view)
      const replies = await readAlikeReplies(tx, service, actor.locale, params.id, view.unit)
      return {
        ...counts,
        unit: { id: view.unit.id, name: view.unit.name },
        level: view.level,
        sets: counts.sets.toSorted((a, b) => a - b),
        kinds: [...counts.kinds],
        flagged: run.summary?.own ? counts.flagged : null,
        replies: wordAlikeReplies(actor.locale, replies),
      }
    },
    'GET /api/runs/:id/figures': async ({ tx, params, query, actor }) => {
      const { under, kind, set: position } = query
      const narrow = query.narrow !== undefined
      const view = await viewOf(tx, actor, under)
      await readDoneRun(tx, params.id)
      const choice = { run: params.id, position, kind, view, narrow }
      const signature = view.level === 'municipality' ? await signatureOf(tx, choice) : ''
      const key = [params.id, position, view.unit.id, kind ?? '', actor.locale, view.small, narrow, signature]
      const found = await figures.get(JSON.stringify(key), async () =>
        figuresOfSet(tx, actor.locale, await readSet(tx, params.id, position), choice),
      )
      return {
        figures: [...found.figures],
        boundaries: [...found.boundaries],
        notes: [...found.notes],
      }
    },
    'GET /api/runs/:id/schools': async ({ tx, params, query: { under, ...filters }, actor }) => {
      const view = await viewOf(tx, actor, under)
      await readDoneRun(tx, params.id)
      const sets = await readSets(tx, params.id)
      const { items, ...rest } = await listSchoolSets(tx, { ...filters, run: params.id, view })
      const replies = await readReplies(tx, service, actor.locale, params.id, items)
      return { items: items.map(line => presentSchoolSet(actor.locale, line, sets, view, replies)), ...rest }
    },
    'GET /api/runs/:id/schools/export.xlsx': ({ actor, params, query, reply }) =>
      send(actor, reply, 'schools', tx => schoolTable(tx, service, actor, params.id, query)),
    'GET /api/runs/:id/outputs/:name': ({ actor, params, reply }) =>
      sendOutput(service, actor, params, reply),
    'GET /api/runs/:id/index': async ({ tx, params, actor }) => {
      const { locale } = actor
      const { unit } = await viewOf(tx, actor, undefined)
      await readDoneRun(tx, params.id)
      const replies = await readAlikeReplies(tx, service, locale, params.id, unit)
      return {
        items: (await readIndex(tx, params.id)).map(line => presentIndex(locale, line, unit, replies)),
      }
    },
    'GET /api/runs/:id/index/export.xlsx': ({ actor, params, reply }) =>
      send(actor, reply, 'index', tx => indexTable(tx, service, actor, params.id)),
    'GET /api/definitions': async ({ actor: { locale } }) => presentDefinitions(locale),
  })
}

function readCursor(cursor: string): number {
  const id = Number(cursor)
  if (!Number.isInteger(id) || id < 1 || id > 2 ** 31 - 1)
    throw new ProblemError({ code: 'cursor-unreadable' })
  return id
}
