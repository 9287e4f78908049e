import { parentPort } from 'node:worker_threads'
import type { DuckDBConnection } from '@duckdb/node-api'
import { openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Remark } from '../dirt.ts'
import type { ExamBatch } from '../exams/exam-set.ts'
import { isExamWorkbook, readExams } from '../exams/read-exams.ts'
import { readJournal } from '../journal/read-journal.ts'
import type { JournalBatch, JournalManifest } from '../journal/types.ts'
import { writeJournal } from '../journal/write-journal.ts'
import { readWorkbook } from '../read-protocol.ts'
import { closeDuckDb, withDuckDb } from '../store/duckdb.ts'
import { manifestOf, writeBatch } from '../store/write-batch.ts'
import { RemarkWriter } from '../store/write-remarks.ts'
import type { ProtocolBatch } from '../types.ts'
import { nameOfPart } from './name-of-part.ts'
import type { ReadAnswer, ReadPart, ReadQuestion, ThreadMessage, ThreadOrder } from './read-in-thread.ts'
import { countSchools } from './school-counts.ts'

class LeftOff extends Error {}

let calledOff = false

/** One file after another; a fault ends the thread, and its file with it. */
parentPort?.on('message', async (told: ThreadOrder) => {
  if (told.order === 'leave-off') calledOff = true
  else if (told.order === 'end') parentPort?.close()
  else {
    calledOff = false
    const last = await answer(told.question)
    await closeDuckDb()
    tell(last)
  }
})

async function answer(question: ReadQuestion): Promise<ThreadMessage> {
  try {
    return { step: 'done', answer: await read(question) }
  } catch (error) {
    if (error instanceof LeftOff) return { step: 'left-off' }
    if (!(error instanceof ProblemError)) throw error
    // The file lies here under a name of ours; people know it by theirs.
    const { path, source } = question
    const problems = error.problems.map(problem =>
      problem.place?.file === path ? { ...problem, place: { ...problem.place, file: source.file } } : problem,
    )
    return { step: 'refused', problems }
  }
}

/** Tells how far the reading is; between two pieces of it, it can be left off. */
function goOn(step: 'rows' | 'storing', rows: number): void {
  if (calledOff) throw new LeftOff()
  tell({ step, rows })
}

async function read(question: ReadQuestion): Promise<ReadAnswer> {
  const { path, kind, assume, source, specifications } = question
  const workbook = await openWorkbook(path)
  try {
    const onProgress = (rows: number) => goOn('rows', rows)
    return await withDuckDb(async connection => {
      if (await isExamWorkbook(workbook)) {
        // Read as anything else, its remarks would quote cells: there are names among them.
        if (kind === 'journal')
          throw new ProblemError({ code: 'journal-of-exam', place: { file: source.file } })
        const { examCodes } = question
        const found = await readExams(workbook, source, { specifications, assume, examCodes, onProgress })
        return await keepExams(question, found, connection)
      }
      const remarks = await RemarkWriter.open(connection)
      const options = {
        assume,
        onProgress,
        onRemark: (remark: Remark) => remarks.add(remark),
      }
      if (kind === 'journal')
        return { parts: [await keepJournal(question, await readJournal(workbook, source, options), remarks)] }
      const batch = await readWorkbook(workbook, source, { specifications, ...options })
      return { parts: [await keepProtocol(question, batch, remarks)] }
    })
  } finally {
    workbook.close()
  }
}

/** Each set goes to a folder of its own, one after another: they share the connection. */
async function keepExams(
  question: ReadQuestion,
  found: readonly ExamBatch[],
  connection: DuckDBConnection,
): Promise<ReadAnswer> {
  const parts: ReadPart[] = []
  for (const [part, one] of found.entries()) {
    const remarks = await RemarkWriter.open(connection)
    for (const remark of one.remarks) remarks.add(remark)
    const id = part === question.part ? question.id : nameOfPart(question.id, part)
    parts.push(await keepProtocol({ ...question, id }, one.batch, remarks))
  }
  return { parts }
}

async function keepProtocol(
  { store, id, by, now }: ReadQuestion,
  batch: ProtocolBatch,
  remarks: RemarkWriter,
): Promise<ReadPart> {
  goOn('storing', batch.counts.rows)
  const manifest = { ...manifestOf(batch, id, by, now), service: { remarks: remarks.counts() } }
  await writeBatch({ folder: store }, batch, manifest, remarks)
  return { manifest, schools: countSchools(batch), warnings: batch.warnings }
}

async function keepJournal(
  { store, id, by, now }: ReadQuestion,
  batch: JournalBatch,
  remarks: RemarkWriter,
): Promise<ReadPart> {
  const { source, assessment, counts, dirt, schools } = batch
  goOn('storing', counts.rows)
  const manifest: JournalManifest = {
    ...{ format: 1, kind: 'journal', id, createdAt: now.toISOString(), createdBy: by },
    ...{ source, assessment, counts, dirt },
    service: { remarks: remarks.counts() },
    undone: null,
  }
  await writeJournal({ folder: store }, batch, manifest, remarks)
  const none = { works: 0, absent: 0, firstDay: null, lastDay: null }
  return { manifest, schools: schools.map(school => ({ ...school, ...none })), warnings: [] }
}

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message)
}
