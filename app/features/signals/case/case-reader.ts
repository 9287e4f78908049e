import { TaskCode } from '@objektiv/forensics'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { findSpecification, markOf, type Specifications, specificationsOf } from '../../procedures/index.ts'
import {
  admitToParticipants,
  type ParticipantWorks,
  readParticipants,
  type Store,
  worksSource,
} from '../../results/index.ts'
import { batchesOfRun } from '../store/batches-of-run.ts'
import { type CaseMeasures, measureInThread } from './measure-in-thread.ts'
import type { CaseRequest, CaseWorks, ReadCase } from './open-case.ts'

/** Measured cases of a day; a run is frozen, so nothing in them changes. */
const KEPT = 50

/**
 * Opens the works of one school in one assessment of a run, by class and code: the rows through the guard of the room that
 * keeps them, person fit and similar pairs measured against the region in another thread.
 */
export function caseReader(service: { readonly database: Database; readonly store: Store }): ReadCase {
  const { database, store } = service
  const measured = new Map<string, Promise<CaseMeasures>>()
  return async (actor, { signalId, runId, schoolId, assessment, cursor, limit }) => {
    const { batches, specifications } = await database.as(actor.scope, async tx => ({
      batches: await batchesOfRun(tx, runId),
      specifications: await specificationsOf(tx),
    }))
    const { works: _, ...key } = assessment
    const { digits, manifests } = await admitToParticipants(service, actor.scope, {
      schoolId,
      assessment: key,
      batches,
      purpose: { kind: 'signal', id: signalId },
    })
    if (manifests.length === 0) throw new ProblemError({ code: 'signal-case-no-files' })
    const [{ tasks }] = manifests
    const works = await readParticipants(
      manifests.map(manifest => worksSource(store, manifest)),
      digits,
    )
    const from = readOffset(cursor, works.count)
    const question = { store: store.folder, batches: manifests, specifications, digits: digits[0] }
    const { fits, pairs } = await keep(measured, `${runId} ${schoolId} ${JSON.stringify(key)}`, () =>
      measureInThread(question),
    )
    const bands = bandsOf(specifications, key)
    const items = rowsOf(works, from, limit).map(({ total, ...row }) => ({
      ...row,
      total,
      mark: markOf(total, bands) || null,
      fit: fits.get(`${row.class}\n${row.code}`) ?? null,
    }))
    return {
      tasks: tasks.map(({ name, max }) => ({ name, max })),
      items,
      pairs: from === 0 ? [...pairs] : [],
      next: from + limit < works.count ? String(from + limit) : null,
    }
  }
}

/** One measuring for all who look at once; one that failed is tried again by the next. */
function keep(
  measured: Map<string, Promise<CaseMeasures>>,
  key: string,
  measure: () => Promise<CaseMeasures>,
): Promise<CaseMeasures> {
  const found = measured.get(key) ?? measure()
  measured.delete(key)
  measured.set(key, found)
  found.catch(() => measured.delete(key))
  if (measured.size > KEPT) measured.delete(measured.keys().next().value!)
  return found
}

function bandsOf(specifications: Specifications, key: Omit<CaseRequest['assessment'], 'works'>) {
  return findSpecification(specifications, key)?.specification.bands ?? null
}

function rowsOf(works: ParticipantWorks, from: number, limit: number) {
  const to = Math.min(works.count, from + limit)
  return Array.from({ length: to - from }, (_, k) => {
    const i = from + k
    return {
      code: works.code[i],
      class: works.class[i],
      total: works.total[i],
      journal: works.journal[i] || null,
      scores: works.scores.map(task => wordScore(task[i])),
    }
  })
}

function wordScore(points: number): CaseWorks['items'][number]['scores'][number] {
  if (points === TaskCode.notAttempted) return 'X'
  if (points === TaskCode.notTaught) return '–'
  return points === TaskCode.unreadable ? '?' : String(points)
}

function readOffset(cursor: string | undefined, count: number): number {
  if (cursor === undefined) return 0
  const from = Number(cursor)
  if (!Number.isInteger(from) || from <= 0 || from >= count)
    throw new ProblemError({ code: 'cursor-unreadable' })
  return from
}
