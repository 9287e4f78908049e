import type { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  type Accounts,
  accountsRoutes,
  createSetupLink,
  findHolders,
  findPeopleIds,
  findRecipients,
  makeIdentify,
  namePeople,
  type OidcOptions,
  openAccounts,
  partsOfPerson,
  sweepAccounts,
} from './features/accounts/index.ts'
import { auditRoutes } from './features/audit/index.ts'
import { backupRoutes, openBackups, partsOfBackups } from './features/backups/index.ts'
import { federalListRoutes, federalYearsOf } from './features/federal-list/index.ts'
import { fileRoutes, sweepFiles } from './features/files/index.ts'
import { jobRoutes } from './features/jobs/index.ts'
import { noticeRoutes, postSchedule } from './features/notices/index.ts'
import {
  dispatchJobs,
  measureRoutes,
  measuresOfUnits,
  openPlans,
  type PlansService,
  planRoutes,
  settleDispatches,
  watchMeasures,
} from './features/plans/index.ts'
import {
  archiveJob,
  openPortraits,
  type PortraitsService,
  portraitRoutes,
  sweepArchives,
} from './features/portraits/index.ts'
import { partsOfCampaign, partsOfSpecification, proceduresRoutes } from './features/procedures/index.ts'
import {
  acceptedBatches,
  openResultsStore,
  type ResultsService,
  resultsJobs,
  resultsRoutes,
  resultsSchedules,
} from './features/results/index.ts'
import {
  markDataUndone,
  OUTPUTS_OF_RUN,
  prepareForWorks,
  runJob,
  type ScreeningService,
  screeningRoutes,
  settleLostRuns,
} from './features/screening/index.ts'
import {
  caseReader,
  nameOfSignal,
  onBatchUndone,
  signalRoutes,
  signalsOfRun,
  signsOfUnits,
  watchTerms,
} from './features/signals/index.ts'
import { type Parts, partsOfRecord, territoryRoutes } from './features/territory/index.ts'
import type { Database, Tx } from './platform/database/index.ts'
import { type ObjectStore, openObjectStore } from './platform/files/index.ts'
import { closeServer, createServer } from './platform/http/index.ts'
import {
  createJobRunner,
  type JobKind,
  type JobRunner,
  removeOldJobs,
  tendSchedules,
} from './platform/jobs/index.ts'
import { localDate } from './platform/local-date.ts'
import { openMailer } from './platform/mail/index.ts'

export interface AppOptions {
  readonly database: Database
  /** Folder of the installation: files and letters are kept there unless the environment names other places. */
  readonly dataFolder: string
  /** Signs cookies and encrypts second factors. */
  readonly secret: string
  /** Address people type; https makes cookies Secure. */
  readonly publicUrl: string
  /** Settings of mail and file store (OBJEKTIV_SMTP_URL, OBJEKTIV_S3_BUCKET …). */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly oidc?: OidcOptions
  readonly trustProxy?: boolean
  readonly requestLimit?: number
  readonly fileLimit?: number
  readonly log?: Writable
  readonly clock?: () => Date
  /** Wraps the store of files, for whoever must hold removals back (a backup). */
  readonly guardStore?: (store: ObjectStore) => ObjectStore
  /** Whether a backup copies at this moment: folders of results are not removed then. */
  readonly removalsHeld?: () => boolean
  /** After how long without a sign of life a job counts as lost with its process, ms (tests that kill processes). */
  readonly jobLease?: number
  /** false: the API alone (tests). */
  readonly web?: false
}

/** The service with all its rooms, not yet listening. */
export interface App {
  readonly server: FastifyInstance
  readonly accounts: Accounts
  readonly jobs: JobRunner
  /** Path of the one-time link that makes the first administrator; null when the installation has people. */
  setupPath(): Promise<string | null>
  start(address: { host: string; port: number }): Promise<string>
  /** Ends requests and jobs in order. The database stays open: whoever opened it closes it. */
  stop(): Promise<void>
}

const AN_HOUR = 60
const A_DAY = 24 * AN_HOUR

/** Joins the rooms into one service: the only place that knows them all. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, dataFolder, env = {}, clock = () => new Date() } = options
  const mailer = openMailer(dataFolder, env, clock)
  const store = (options.guardStore ?? same)(await openObjectStore(dataFolder, env))
  const accounts = openAccounts({
    database,
    secret: options.secret,
    publicUrl: options.publicUrl,
    clock,
    sendLetter: letter => mailer.send(letter),
    ...(options.oidc ? { oidc: options.oidc } : {}),
  })
  const sweep = sweepJob(database, store, clock)
  const server = await createServer({
    trustProxy: options.trustProxy ?? false,
    ...(options.log ? { log: options.log } : {}),
    ...(options.requestLimit ? { requestLimit: options.requestLimit } : {}),
    ...(options.fileLimit ? { fileLimit: options.fileLimit } : {}),
  })
  const post = postSchedule({
    database,
    mailer,
    publicUrl: options.publicUrl,
    clock,
    log: server.log,
    findRecipients: (tx, ids) =>
      findRecipients(tx, ids, { timeZone: accounts.timeZone, today: localDate(clock()) }),
  })
  const dataUndone = async (tx: Tx, batch: number) => {
    await markDataUndone(tx, batch)
    await onBatchUndone(tx, batch, localDate(clock(), accounts.timeZone))
  }
  const results = await openResultsStore({
    ...{ database, dataFolder, clock, timeZone: accounts.timeZone, namePeople },
    onBatchUndone: dataUndone,
    onWorks: prepareForWorks,
    ...(options.removalsHeld ? { removalsHeld: options.removalsHeld } : {}),
  })
  const screening: ScreeningService = {
    ...{ database, clock, namePeople, acceptedBatches, timeZone: accounts.timeZone },
    ...{ results: results.store, files: store, onBatchUndone: dataUndone },
    ...signalsOfRun,
  }
  const portraits = openPortraits({
    ...{ database, dataFolder, clock, timeZone: accounts.timeZone, namePeople },
    ...{ signsOfUnits, federalYearsOf, measuresOfUnits },
  })
  const plans = openPlans({
    ...{ database, files: store, clock, timeZone: accounts.timeZone, namePeople },
    publicUrl: options.publicUrl,
  })
  const terms = watchTerms({ database, clock, timeZone: accounts.timeZone })
  const backups = openBackups({ dataFolder, env, clock })
  const work = [
    sweep,
    backups.job,
    ...resultsJobs(results),
    runJob(screening),
    archiveJob(portraits),
    ...dispatchJobs(plans, server.log),
  ]
  const jobs = createJobRunner(database, work, {
    clock,
    log: server.log,
    ...(options.jobLease ? { lease: options.jobLease } : {}),
    schedules: [
      { job: sweep, params: {}, everyMinutes: A_DAY },
      removeOldJobs(database, clock),
      ...tendSchedules(database),
      post,
      { job: terms, params: {}, everyMinutes: AN_HOUR },
      { job: watchMeasures(plans), params: {}, everyMinutes: AN_HOUR },
      ...resultsSchedules(results),
      settleLostRuns(screening),
      sweepArchives(portraits),
      settleDispatches(plans),
    ],
  })
  await addRooms(
    server,
    { database, accounts, store, jobs, results, screening, portraits, plans, backups, clock },
    options,
  )
  return {
    server,
    accounts,
    jobs,
    setupPath: async () => (await createSetupLink(database, clock()))?.path ?? null,
    async start({ host, port }) {
      const address = await server.listen({ host, port })
      await jobs.start()
      return address
    },
    async stop() {
      await Promise.all([closeServer(server), jobs.stop()])
      // Last: what was asked for at the end still sent its letters and kept its files.
      mailer.close()
      store.close()
    },
  }
}

interface Services {
  readonly database: Database
  readonly accounts: Accounts
  readonly store: ObjectStore
  readonly jobs: JobRunner
  readonly results: ResultsService
  readonly screening: ScreeningService
  readonly portraits: PortraitsService
  readonly plans: PlansService
  readonly backups: ReturnType<typeof openBackups>
  readonly clock: () => Date
}

async function addRooms(
  server: FastifyInstance,
  { database, accounts, store, jobs, results, screening, portraits, plans, backups, clock }: Services,
  { fileLimit, web }: AppOptions,
): Promise<void> {
  const doorkeeper = { database, identify: makeIdentify(accounts) }
  accountsRoutes(server, accounts)
  territoryRoutes(server, doorkeeper, {
    ...{ namePeople, clock },
    findAdministrators: (tx, unitId, today) =>
      findHolders(tx, { unitIds: [unitId], roles: ['administrator'], today }),
  })
  auditRoutes(server, doorkeeper, { namePeople, findPeople: findPeopleIds, partsOf, clock })
  const notHandedOut = [OUTPUTS_OF_RUN]
  fileRoutes(server, doorkeeper, { database, store, notHandedOut, ...(fileLimit ? { fileLimit } : {}) })
  jobRoutes(server, doorkeeper, jobs)
  noticeRoutes(server, doorkeeper)
  resultsRoutes(server, doorkeeper, results, jobs)
  screeningRoutes(server, doorkeeper, screening, jobs)
  backupRoutes(server, doorkeeper, backups, jobs)
  const ofToday = { namePeople, clock, timeZone: accounts.timeZone }
  proceduresRoutes(server, doorkeeper, ofToday)
  federalListRoutes(server, doorkeeper, ofToday)
  signalRoutes(server, doorkeeper, {
    ...{ namePeople, clock, timeZone: accounts.timeZone },
    federalYearsOf: async (tx, id) => (await federalYearsOf(tx, [id])).get(id) ?? new Map(),
    readCase: caseReader({ database, store: results.store }),
  })
  portraitRoutes(server, doorkeeper, portraits, jobs)
  planRoutes(server, doorkeeper, plans, jobs)
  measureRoutes(server, doorkeeper, plans, { nameOfSignal })
  if (web === false) return
  // Loaded here: it may have to build the web app, and brings the builder along.
  const { serveWeb } = await import('./platform/http/serve-web.ts')
  await serveWeb(server)
}

/** What people take for one record, whichever room keeps its parts. */
async function partsOf(tx: Tx, subject: string, id: string): Promise<readonly Parts[]> {
  const parts = [partsOfRecord, partsOfPerson, partsOfCampaign, partsOfSpecification, partsOfBackups]
  const found: Parts[] = []
  for (const part of parts) found.push(...(await part(tx, subject, id)))
  return found
}

/** Once a day: what time has made void is cleared away. */
function sweepJob(database: Database, store: ObjectStore, clock: () => Date): JobKind<Record<string, never>> {
  return {
    kind: 'platform.sweep',
    internal: true,
    params: z.object({}).strict() as z.ZodType<Record<string, never>>,
    async run() {
      await sweepAccounts(database, clock())
      await sweepFiles(database, store, clock())
      return undefined
    },
  }
}

function same<T>(value: T): T {
  return value
}
