import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ObjectStore } from '../../files/object-store.ts'
import { ProblemError } from '../../problem.ts'
import type { Progress } from '../../progress.ts'
import { syncFolder } from '../write-file-durably.ts'
import { damaged, type PassingMember, readArchive, readWhole } from './archive-reader.ts'
import type { LoadingDatabase } from './load-tables.ts'
import { MANIFEST, SECRETS } from './manifest.ts'

/** Where the members of a backup go. */
export interface Destination {
  readonly loading: LoadingDatabase
  readonly store: ObjectStore
  readonly batches: string
  readonly progress: Progress
}

const TABLE = /^tables\/([\w.-]+)\/\d+\.jsonl$/
const FILE = /^files\/([0-9a-f]{64})$/
/** A batch's folder and file. No way up, no hidden names: a backup comes from outside. */
const BATCH = /^batches\/(\w[\w-]*\/\w[\w.-]*)$/

/** Puts every member of a verified backup where it belongs. Returns the secret that sessions are signed with. */
export async function unpackMembers(path: string, destination: Destination): Promise<string> {
  const { loading, store, batches, progress } = destination
  let authSecret = ''
  let unpacked = 0
  await readArchive(path, async member => {
    const [table, hash, batch] = [TABLE, FILE, BATCH].map(pattern => pattern.exec(member.path)?.[1])
    if (table !== undefined) await loading.load(table, await readWhole(member))
    else if (hash !== undefined) {
      const kept = await store.put(member.content)
      if (kept.hash !== hash) throw new ProblemError(damaged(path, member.path))
    } else if (batch !== undefined) await writeBatchFile(join(batches, batch), member)
    else if (member.path === SECRETS) authSecret = readSecret(path, await readWhole(member))
    else if (member.path === MANIFEST) await readWhole(member)
    else throw new ProblemError(damaged(path, member.path))
    progress.report('progress.restore-unpack', table ?? '', ++unpacked, null)
  })
  if (authSecret === '') throw new ProblemError(damaged(path, SECRETS))
  return authSecret
}

async function writeBatchFile(path: string, { content }: PassingMember): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  await syncFolder(dirname(path))
}

function readSecret(path: string, content: Buffer): string {
  const { authSecret } = JSON.parse(content.toString('utf8')) as { authSecret?: unknown }
  if (typeof authSecret !== 'string') throw new ProblemError(damaged(path, SECRETS))
  return authSecret
}
