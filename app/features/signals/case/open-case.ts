import type { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { setName } from '../../screening/index.ts'
import type { signalsContract } from '../contract.ts'
import type { EvidenceSet } from '../evidence.ts'
import { levelOf, opensCase } from '../rules.ts'
import { readEvidence } from '../store/get-signal.ts'

type CasePage = z.input<(typeof signalsContract)['GET /api/signals/:id/case']['response']>

/** Works of one school in one assessment, by code. */
export interface CaseRequest {
  readonly signalId: number
  readonly runId: number
  readonly schoolId: number
  readonly assessment: EvidenceSet
  readonly cursor: string | undefined
  readonly limit: number
}

export type CaseWorks = Pick<CasePage, 'tasks' | 'items' | 'pairs' | 'next'>

/** Reads participants' rows, having asked once more who reads and written into the log that they did. */
export type ReadCase = (actor: Actor, request: CaseRequest) => Promise<CaseWorks>

export interface CaseOfSignal {
  readonly request: Omit<CaseRequest, 'cursor' | 'limit'>
  readonly sets: readonly EvidenceSet[]
}

/**
 * Which works the case of a signal shows. Throws `not-found` for a signal out of reach, `right-missing` for whoever is
 * neither of the school nor the region's analyst: the right alone is not enough.
 */
export async function openCase(tx: Tx, { scope }: Actor, id: number, set: number): Promise<CaseOfSignal> {
  const { evidence, unit_path, unit_id, run_id } = await readEvidence(tx, id)
  if (!opensCase(scope.role, levelOf(scope.unitPath, unit_path)))
    throw new ProblemError({ code: 'right-missing' })
  const assessment = evidence.sets[set]
  if (!assessment) throw new ProblemError({ code: 'signal-case-no-set' })
  return {
    request: { signalId: id, runId: run_id, schoolId: unit_id, assessment },
    sets: evidence.sets,
  }
}

export function presentSets(locale: Actor['locale'], sets: readonly EvidenceSet[]) {
  return sets.map(set => ({ name: setName(locale, set), works: set.works }))
}
