import { createHash } from 'node:crypto'
import { ProblemError } from '../../problem.ts'
import { damaged, readArchive } from './archive-reader.ts'
import { BACKUP_FORMAT, MANIFEST, type Manifest, type Member, manifestSchema } from './manifest.ts'

/** The list of members of a very large installation; more is no manifest of ours. */
const LONGEST_MANIFEST = 512 * 1024 * 1024

/**
 * Reads a backup through and holds every member against the manifest, before anything is done with it. Throws
 * ProblemError `backup-foreign` (another file), `backup-damaged` (cut off or changed), `backup-newer`.
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  const found = new Map<string, Member>()
  let text = ''
  await readArchive(path, async member => {
    const digest = createHash('sha256')
    const kept: Buffer[] = []
    for await (const chunk of member.content) {
      digest.update(chunk)
      if (member.path === MANIFEST && member.size < LONGEST_MANIFEST) kept.push(chunk)
    }
    if (member.path === MANIFEST) text = Buffer.concat(kept).toString('utf8')
    else if (found.has(member.path)) throw new ProblemError(damaged(path, member.path))
    else found.set(member.path, { path: member.path, size: member.size, sha256: digest.digest('hex') })
  })
  if (text === '') throw new ProblemError({ code: 'backup-foreign', place: { file: path } })
  const manifest = readManifest(path, text)
  const named = new Set(manifest.members.map(member => member.path))
  const wrong = [
    ...manifest.members.filter(({ path, size, sha256 }) => {
      const member = found.get(path)
      return member?.size !== size || member.sha256 !== sha256
    }),
    ...[...found.keys()].filter(name => !named.has(name)).map(path => ({ path })),
  ]
  if (wrong.length > 0) throw new ProblemError(damaged(path, wrong[0].path))
  return manifest
}

function readManifest(path: string, text: string): Manifest {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new ProblemError(damaged(path, MANIFEST))
  }
  const { kind, format } = (raw ?? {}) as Partial<Manifest>
  if (kind !== 'objektiv-backup') throw new ProblemError({ code: 'backup-foreign', place: { file: path } })
  if (typeof format === 'number' && format > BACKUP_FORMAT)
    throw new ProblemError({ code: 'backup-newer', place: { file: path } })
  const parsed = manifestSchema.safeParse(raw)
  if (!parsed.success) throw new ProblemError(damaged(path, MANIFEST))
  return parsed.data
}
