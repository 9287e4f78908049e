import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PoolClient } from 'pg'
import type { ObjectStore } from '../../files/object-store.ts'
import type { Progress } from '../../progress.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Secrets } from '../load-secrets.ts'
import { type ArchiveWriter, createArchive } from './archive-writer.ts'
import { dumpTables } from './dump-tables.ts'
import { BACKUP_FORMAT, MANIFEST, type Manifest, SECRETS } from './manifest.ts'

export interface BackupSource {
  readonly client: PoolClient
  readonly kind: Manifest['database']
  readonly store: ObjectStore
  readonly folder: DataFolder
  readonly secrets: Secrets
  readonly programVersion: string
}

/**
 * Writes a backup of an installation: the database in one snapshot, then the files. The contents of files never change
 * and their removal waits meanwhile (removal-hold.ts), so what the snapshot names is there to be copied. Part by part:
 * memory does not grow with the installation. The file gets its name when it is whole and on the disk.
 */
export async function writeBackup(
  path: string,
  source: BackupSource,
  { now, progress }: { now: Date; progress: Progress },
): Promise<Manifest> {
  const archive = await createArchive(path, now)
  try {
    const dumped = await dumpTables(source.client, async part => {
      await archive.addContent(
        `tables/${part.table}/${String(part.number).padStart(6, '0')}.jsonl`,
        part.content,
      )
      progress.report('progress.backup-table', part.table, part.before, part.tables)
    })
    const files = await addFiles(archive, source.store, progress)
    await addBatches(archive, source.folder, progress)
    const { authSecret } = source.secrets
    await archive.addContent(SECRETS, Buffer.from(`${JSON.stringify({ authSecret })}\n`))
    const manifest: Manifest = {
      kind: 'objektiv-backup',
      format: BACKUP_FORMAT,
      programVersion: source.programVersion,
      createdAt: now.toISOString(),
      database: source.kind,
      ...dumped,
      files,
      members: [...archive.members],
    }
    await archive.addContent(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    await archive.finish()
    return manifest
  } catch (error) {
    await archive.abandon()
    throw error
  }
}

async function addFiles(archive: ArchiveWriter, store: ObjectStore, progress: Progress): Promise<number> {
  let files = 0
  for await (const { hash, size } of store.list()) {
    await archive.addStream(`files/${hash}`, size, await store.get(hash))
    progress.report('progress.backup-files', '', ++files, null)
  }
  return files
}

/**
 * Batches of results. A batch stands from the moment its manifest does, and loses the manifest first when it goes; so
 * the manifests are copied last, and a batch caught in between has none and is swept after a restore.
 */
async function addBatches(archive: ArchiveWriter, folder: DataFolder, progress: Progress): Promise<void> {
  const entries = await readdir(folder.batches, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter(entry => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort((a, b) => Number(a.endsWith('.json')) - Number(b.endsWith('.json')) || (a < b ? -1 : 1))
  for (const [index, path] of paths.entries()) {
    const name = `batches/${relative(folder.batches, path).split(sep).join('/')}`
    // An undo may replace a manifest at this very moment: small, so read in one go.
    if (path.endsWith('.json'))
      await readFile(path).then(content => archive.addContent(name, content), ifMissing)
    else {
      const facts = await stat(path).catch(ifMissing)
      if (facts) await archive.addStream(name, facts.size, createReadStream(path))
    }
    progress.report('progress.backup-batches', '', index + 1, paths.length)
  }
}

/** A batch taken back meanwhile. */
function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
