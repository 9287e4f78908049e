import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** How a file is called until it is whole. */
export const UNFINISHED = '.part'

/** Where archives are made: no part of a backup, since all of them can be made again. */
export function archivesFolder(dataFolder: string): string {
  return join(dataFolder, 'portraits')
}

export function archiveFolder(dataFolder: string, id: number): string {
  return join(archivesFolder(dataFolder), String(id))
}

/** The folder of an archive, made where it is not there yet; halves that a killed process left are cleared away. */
export async function openArchiveFolder(dataFolder: string, id: number): Promise<string> {
  const folder = archiveFolder(dataFolder, id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) if (name.endsWith(UNFINISHED)) await rm(join(folder, name))
  return folder
}

export function removeArchiveFolder(dataFolder: string, id: number): Promise<void> {
  return rm(archiveFolder(dataFolder, id), { recursive: true, force: true })
}

/** Numbers of the archives that have a folder. */
export async function listArchiveFolders(dataFolder: string): Promise<number[]> {
  const names = await readdir(archivesFolder(dataFolder)).catch(() => [])
  return names.filter(name => /^\d{1,10}$/.test(name)).map(Number)
}
