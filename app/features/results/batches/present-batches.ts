import type { z } from 'zod'
import { hasMessage, type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Problem } from '../../../platform/problem.ts'
import { wordProblem } from '../../../platform/word-problem.ts'
import { getCampaign, nameOfAssessment } from '../../procedures/index.ts'
import type { NamePeople } from '../../territory/index.ts'
import type { resultsContract } from '../contract.ts'
import type { BatchRow } from './list-batch-rows.ts'

export type BatchView = z.input<(typeof resultsContract)['GET /api/imports/:id']['response']>

/** Batches as they are shown, with the names of people, units and campaigns in the reader's language. */
export async function presentBatches(
  tx: Tx,
  locale: Locale,
  rows: readonly BatchRow[],
  namePeople: NamePeople,
): Promise<BatchView[]> {
  const people = await namePeople(tx, [
    ...new Set(rows.flatMap(({ sent_by, decided_by }) => (decided_by ? [sent_by, decided_by] : [sent_by]))),
  ])
  const campaigns = new Map<number, string>()
  for (const id of new Set(rows.flatMap(({ campaign_id }) => campaign_id ?? [])))
    campaigns.set(id, (await getCampaign(tx, id)).title)
  const person = (id: string) => ({ id, name: people.get(id) ?? say(locale, 'import.somebody') })
  const instant = (at: Date | null) => at?.toISOString() ?? null
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    unit: { id: row.unit_id, name: row.unit_name },
    campaign:
      row.campaign_id === null
        ? null
        : { id: row.campaign_id, title: campaigns.get(row.campaign_id) as string },
    file: row.file_name,
    bytes: row.bytes,
    state: row.state,
    set: setOf(locale, row),
    works: row.works,
    schools: row.schools,
    remarks: row.remarks,
    matched: null,
    duplicateOf: row.duplicate_of,
    jobId: row.job_id,
    progress:
      row.state !== 'reading' || row.rows_read === null
        ? null
        : { done: row.rows_read, total: null, text: say(locale, 'import.progress', { rows: row.rows_read }) },
    problems: row.problems.map(problem => presentProblem(locale, problem)),
    warnings: row.warnings.map(problem => presentProblem(locale, problem)),
    sentBy: person(row.sent_by),
    sentAt: row.sent_at.toISOString(),
    decidedBy: row.decided_by === null ? null : person(row.decided_by),
    decidedAt: instant(row.decided_at),
    undoneAt: instant(row.undone_at),
    reason: row.reason,
    version: row.version,
  }))
}

function setOf(
  locale: Locale,
  { procedure, year, grade, subject, paper_version: version }: BatchRow,
): string | null {
  return procedure === null || year === null || grade === null || subject === null
    ? null
    : nameOfAssessment(locale, { procedure, year, grade, subject, version })
}

/** What the command advises by its options, the browser advises by its pages (`import.advice.<code>`). */
export function presentProblem(locale: Locale, problem: Problem) {
  const { text, advice } = wordProblem(locale, problem)
  const own = `import.advice.${problem.code}`
  return {
    code: problem.code,
    text,
    advice: hasMessage(locale, own) ? say(locale, own, { ...problem.place, ...problem.params }) : advice,
    ...(problem.place ? { place: { ...problem.place } } : {}),
  }
}
