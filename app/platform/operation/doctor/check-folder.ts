import { existsSync, statSync } from 'node:fs'
import type { DataFolder } from '../data-folder.ts'
import { FOLDER_FORMAT } from '../folder-format.ts'
import { holderOf } from '../lock-data-folder.ts'
import { readInstallation } from '../prepare-data-folder.ts'
import { type Finding, fine, trouble, warning } from './finding.ts'

/** The data folder: whose it is, who may look in, who works in it, whether it is whole. */
export async function checkFolder(folder: DataFolder): Promise<Finding[]> {
  if (existsSync(folder.restoring)) return [trouble('restore-unfinished')]
  const installation = await readInstallation(folder)
  const format = installation?.format ?? 0
  const found = [
    format === FOLDER_FORMAT
      ? fine('folder', { folder: folder.root, format })
      : warning('folder-old', { folder: folder.root, format, own: FOLDER_FORMAT }),
    checkHolder(folder),
    checkRights(folder),
  ]
  return found
}

function checkHolder(folder: DataFolder): Finding {
  const holder = holderOf(folder)
  if (holder === null) return fine('lock-free')
  if (holder === 'unknown') return warning('lock-unknown')
  const { pid, since, purpose, address } = holder
  return fine('lock-held', {
    pid,
    since: since.slice(0, 16).replace('T', ' '),
    purpose,
    address: address ?? 'none',
  })
}

function checkRights(folder: DataFolder): Finding {
  // Windows keeps rights elsewhere.
  if (process.platform === 'win32') return fine('rights')
  const open = [folder.root, folder.secrets, folder.holder].filter(
    path => existsSync(path) && (statSync(path).mode & 0o077) !== 0,
  )
  if (open.length > 0) return trouble('rights-open', { path: open[0] })
  const owner = statSync(folder.root).uid
  const self = process.getuid?.() ?? owner
  return owner === self ? fine('rights') : warning('rights-owner', { owner, self })
}
