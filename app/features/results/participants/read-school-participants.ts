import type { Database, Scope } from '../../../platform/database/index.ts'
import type { Store } from '../store/open-store.ts'
import { type ParticipantWorks, readParticipants } from '../store/read-participants.ts'
import { worksSource } from '../store/read-works.ts'
import type { Task } from '../types.ts'
import { admitToParticipants, type ParticipantsRequest } from './admit-to-participants.ts'

/** The works of one school in one assessment, by code. */
export interface SchoolParticipants {
  readonly tasks: readonly Task[]
  readonly maxScore: number
  readonly works: ParticipantWorks
}

/**
 * Participants' rows of one school, codes only, for those whom `admitToParticipants` lets in. Null where no file of the
 * assessment stands. Not to be called inside a transaction.
 */
export async function readSchoolParticipants(
  service: { readonly database: Database; readonly store: Store },
  scope: Scope,
  request: ParticipantsRequest,
): Promise<SchoolParticipants | null> {
  const { digits, manifests } = await admitToParticipants(service, scope, request)
  if (manifests.length === 0) return null
  const [{ tasks, maxScore }] = manifests
  const sources = manifests.map(manifest => worksSource(service.store, manifest))
  return { tasks, maxScore, works: await readParticipants(sources, digits) }
}
