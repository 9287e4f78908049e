import { parentPort } from 'node:worker_threads'
import { openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { readWorkbook } from '../read-protocol.ts'
import { closeDuckDb, withDuckDb } from '../store/duckdb.ts'
import { manifestOf, writeBatch } from '../store/write-batch.ts'
import { RemarkWriter } from '../store/write-remarks.ts'
import type { ReadAnswer, ReadQuestion, ThreadMessage } from './read-in-thread.ts'
import { countSchools } from './school-counts.ts'

/** One file after another; a fault ends the thread, and its file with it. */
parentPort?.on('message', async (question: ReadQuestion) => {
  const last = await answer(question)
  await closeDuckDb()
  tell(last)
})

async function answer(question: ReadQuestion): Promise<ThreadMessage> {
  try {
    return { step: 'done', answer: await read(question) }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    // The file lies here under a name of ours; people know it by theirs.
    const { path, source } = question
    const problems = error.problems.map(problem =>
      problem.place?.file === path ? { ...problem, place: { ...problem.place, file: source.file } } : problem,
    )
    return { step: 'refused', problems }
  }
}

async function read({
  path,
  source,
  specifications,
  assume,
  store,
  id,
  by,
  now,
}: ReadQuestion): Promise<ReadAnswer> {
  const workbook = await openWorkbook(path)
  try {
    return await withDuckDb(async connection => {
      const remarks = await RemarkWriter.open(connection)
      const batch = await readWorkbook(workbook, source, {
        specifications,
        assume,
        onProgress: rows => tell({ step: 'rows', rows }),
        onRemark: remark => remarks.add(remark),
      })
      tell({ step: 'storing', rows: batch.counts.rows })
      const manifest = { ...manifestOf(batch, id, by, now), service: { remarks: remarks.counts() } }
      await writeBatch({ folder: store }, batch, manifest, remarks)
      return { manifest, schools: countSchools(batch), warnings: batch.warnings }
    })
  } finally {
    workbook.close()
  }
}

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message)
}
