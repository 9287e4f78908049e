import { parentPort, workerData } from 'node:worker_threads'
import { openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { readWorkbook } from '../read-protocol.ts'
import { closeDuckDb, withDuckDb } from '../store/duckdb.ts'
import { manifestOf, writeBatch } from '../store/write-batch.ts'
import { RemarkWriter } from '../store/write-remarks.ts'
import type { ReadAnswer, ReadQuestion, ThreadMessage } from './read-in-thread.ts'
import { countSchools } from './school-counts.ts'

const { path, source, specifications, assume, store, id, by, now }: ReadQuestion = workerData

try {
  tell({ step: 'done', answer: await read() })
} catch (error) {
  if (!(error instanceof ProblemError)) throw error
  // The file lies here under a name of ours; people know it by theirs.
  const problems = error.problems.map(problem =>
    problem.place?.file === path ? { ...problem, place: { ...problem.place, file: source.file } } : problem,
  )
  tell({ step: 'refused', problems })
} finally {
  await closeDuckDb()
}

async function read(): Promise<ReadAnswer> {
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
