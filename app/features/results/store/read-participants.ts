import type { Works } from '@objektiv/forensics'
import { unpackTask, wordsFor } from '../pack-scores.ts'
import { EXCLUDED } from '../types.ts'
import { withDuckDb } from './duckdb.ts'
import { type WorksSource, worksSql } from './read-works.ts'

/** The counted works of one school with the codes of its participants, by class and code. */
export interface ParticipantWorks extends Works {
  readonly code: readonly string[]
  /** Canonical label, '' unknown. */
  readonly class: readonly string[]
}

/**
 * Reads the works of one school one by one, codes included: rows of participants, for the school itself and the region's
 * analyst alone. Everything else reads works without codes (`readWorks`).
 *
 * @param sources files of one set (equal tasks)
 * @param school six digits of the login, or of every login it had
 */
export async function readParticipants(
  sources: readonly WorksSource[],
  school: string | readonly string[],
): Promise<ParticipantWorks> {
  const rows: { code: string; class: string; total: number; journal: number; scores: number[] }[] = []
  await withDuckDb(async connection => {
    for (const source of sources) {
      const { taskCount, packing } = source
      const words = Array.from({ length: wordsFor(taskCount, packing) }, (_, word) => `s${word}`)
      const found = await connection.runAndReadAll(
        `SELECT ${['code', '"class"', 'total', 'journal', ...words].join(', ')} FROM ${worksSql(source)}
         WHERE school IN (${[school].flat().map(Number).join(', ')}) AND (flags & ${EXCLUDED}) = 0`,
      )
      for (const [code, label, total, journal, ...packed] of found.getRows()) {
        const scores = new Uint8Array(1)
        const points = Array.from({ length: taskCount }, (_, task) => {
          const word = BigUint64Array.of(packed[Math.floor((task * packing) / 64)] as bigint)
          unpackTask(word, task, packing, Uint32Array.of(0), 1, scores, 0)
          return scores[0]
        })
        const [text, name] = [String(code), String(label)]
        rows.push({ code: text, class: name, total: Number(total), journal: Number(journal), scores: points })
      }
    }
  })
  rows.sort((a, b) => COLLATOR.compare(a.class, b.class) || COLLATOR.compare(a.code, b.code))
  return {
    count: rows.length,
    school: new Int32Array(rows.length),
    code: rows.map(row => row.code),
    class: rows.map(row => row.class),
    total: Uint16Array.from(rows, row => row.total),
    journal: Uint8Array.from(rows, row => row.journal),
    scores: Array.from({ length: sources[0]?.taskCount ?? 0 }, (_, task) =>
      Uint8Array.from(rows, row => row.scores[task]),
    ),
  }
}

const COLLATOR = new Intl.Collator('ru', { numeric: true })
