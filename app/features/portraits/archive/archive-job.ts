import type { Tx } from '../../../platform/database/index.ts'
import type { JobContext, JobKind, JobResult } from '../../../platform/jobs/job.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { requestOf } from '../draw-portrait.ts'
import type { PortraitFormat } from '../formats.ts'
import { readReplies, unitsOfAll } from '../lay-replies.ts'
import type { LoadedRun } from '../load-run.ts'
import type { PortraitsService } from '../service.ts'
import { unitsOfRun } from '../store/list-portraits.ts'
import { readTemplate } from '../store/templates.ts'
import { openArchiveFolder, removeArchiveFolder } from './archive-folder.ts'
import { ARCHIVE_JOB } from './archive-job-name.ts'
import { type ArchiveRow, endArchive, readArchive } from './archives.ts'
import { type JournalLine, keyOf, readJournal, replaceJournal, writeJournal } from './journal.ts'
import { isKept } from './keep-under-hash.ts'
import { nameFiles } from './name-files.ts'
import { type RenderTask, renderInThreads } from './render-threads.ts'

type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** How long an archive is kept, days. */
export const KEPT_DAYS = 7
const DAY = 86_400_000

/**
 * Makes every portrait of a run as files. Repeatable at any point: a file that stands under its hash and in the journal is
 * not made again. Whole, or not done: as many files as were chosen.
 */
export function archiveJob(service: PortraitsService): JobKind<{ archive: number }> {
  const { database, clock } = service
  return {
    ...ARCHIVE_JOB,
    async run({ archive: id }, context) {
      const { scope, signal } = context
      const transact: Transact = work =>
        scope ? database.as(scope, work) : database.asSystem('system:portraits', work)
      try {
        return await make(service, transact, id, context)
      } catch (error) {
        if (signal.aborted && signal.reason === 'cancelled') {
          await transact(tx => endArchive(tx, id, 'cancelled', [], clock()))
          await removeArchiveFolder(service.dataFolder, id)
        } else if (error instanceof ProblemError)
          await transact(tx => endArchive(tx, id, 'failed', error.problems, clock()))
        throw error
      }
    },
  }
}

async function make(
  service: PortraitsService,
  transact: Transact,
  id: number,
  { signal, progress }: JobContext,
): Promise<JobResult | undefined> {
  const { dataFolder, clock } = service
  const archive = await transact(tx => begin(tx, id))
  if (archive === null) return undefined
  progress.report('portraits.archive.loading', '', 0, null)
  const loaded = await service.runs.load(archive.run_id)
  const { tasks, names, selected } = await transact(tx => chooseTasks(tx, archive, loaded))
  await transact(tx => tx.updateTable('portrait_archive').set({ selected }).where('id', '=', id).execute())
  const replies = await transact(async tx => {
    const of = (audience: 'school' | 'territory') =>
      readReplies(
        tx,
        service,
        { runId: archive.run_id, locale: archive.locale, audience, stood: null },
        unitsOfAll(loaded),
      )
    return { school: await of('school'), territory: await of('territory') }
  })
  const folder = await openArchiveFolder(dataFolder, id)
  const made = await standing(folder, tasks, names)
  let done = made.size
  progress.report('portraits.archive.running', '', done, selected)
  const work = { run: loaded.run, replies, locale: archive.locale, folder }
  await renderInThreads(work, missing(tasks, made), signal, async ({ unit, made: files }) => {
    const { name, of } = names.get(unit)!
    await writeJournal(
      folder,
      files.map(file => ({ ...file, unit, of, name: `${name}.${file.format}` })),
    )
    done += files.length
    progress.report('portraits.archive.making', of, done, selected)
  })
  const files = currentFiles(await readJournal(folder), tasks, names)
  await replaceJournal(folder, files)
  if (!(await transact(tx => finish(tx, id, files, selected, clock())))) return undefined
  return {
    message: 'portraits.archive.made',
    params: { files: files.length },
    link: `/portraits/archives?run=${archive.run_id}`,
  }
}

/** The archive as it was asked for; null where nothing is left to do. */
async function begin(tx: Tx, id: number): Promise<ArchiveRow | null> {
  const row = await readArchive(tx, id)
  // Asked in the statement itself: between reading and writing somebody may call it off.
  const { numUpdatedRows } = await tx
    .updateTable('portrait_archive')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n ? row : null
}

/** Every unit of the chosen levels with all of its files, and what each is called. */
async function chooseTasks(
  tx: Tx,
  { run_id, template, levels, formats, day, locale }: ArchiveRow,
  loaded: LoadedRun,
) {
  const units = (await unitsOfRun(tx, run_id)).filter(({ level }) => levels.includes(level))
  const { off } = await readTemplate(tx, template)
  const paths = nameFiles(locale, units)
  const tasks = units.map(({ id, level }): RenderTask => {
    const request = requestOf(loaded, id, {
      level,
      // What is made here goes to the school itself.
      audience: level === 'school' ? 'school' : 'territory',
      template: { version: String(template), off },
      notableOnly: false,
      date: day,
      repliesOn: day,
    })
    return { unit: id, request, formats }
  })
  return {
    tasks,
    names: new Map(units.map(({ id, name }) => [id, { of: name, name: paths.get(id)! }])),
    selected: units.length * formats.length,
  }
}

type Names = ReadonlyMap<number, { readonly of: string; readonly name: string }>

/**
 * What the journal has of the units as they are chosen now: the tree may have changed since it was begun, then units are
 * gone and others are called differently.
 */
export function currentFiles(
  journal: readonly JournalLine[],
  tasks: readonly Pick<RenderTask, 'unit' | 'formats'>[],
  names: Names,
): JournalLine[] {
  const chosen = new Set(tasks.flatMap(({ unit, formats }) => formats.map(format => keyOf({ unit, format }))))
  return journal.flatMap(line => {
    const named = names.get(line.unit)
    if (!named || !chosen.has(keyOf(line))) return []
    return [{ ...line, of: named.of, name: `${named.name}.${line.format}` }]
  })
}

/** Keys of the files that stand whole. */
async function standing(folder: string, tasks: readonly RenderTask[], names: Names): Promise<Set<string>> {
  const found = new Set<string>()
  for (const line of currentFiles(await readJournal(folder), tasks, names))
    if (await isKept(folder, line)) found.add(keyOf(line))
  return found
}

function missing(tasks: readonly RenderTask[], made: ReadonlySet<string>): RenderTask[] {
  return tasks.flatMap(task => {
    const formats = task.formats.filter(
      (format: PortraitFormat) => !made.has(keyOf({ unit: task.unit, format })),
    )
    return formats.length === 0 ? [] : [{ ...task, formats }]
  })
}

/** False where it was called off in the last moment. Throws `portrait-archive-short` where there are not as many files as were chosen: an archive is whole, or none. */
async function finish(
  tx: Tx,
  id: number,
  files: readonly JournalLine[],
  selected: number,
  now: Date,
): Promise<boolean> {
  // The same name twice would be one file in the archive.
  if (files.length !== selected || new Set(files.map(({ name }) => name)).size !== selected)
    throw new ProblemError({ code: 'portrait-archive-short', params: { selected, written: files.length } })
  const { numUpdatedRows } = await tx
    .updateTable('portrait_archive')
    .set({
      state: 'done',
      written: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      finished_at: now,
      expires_at: new Date(now.getTime() + KEPT_DAYS * DAY),
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
