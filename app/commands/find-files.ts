import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '../platform/problem.ts'

/**
 * The spreadsheets that a person's words name: files as they are, folders by the .xlsx files directly in them
 * (temporary files of an open Excel left out), in the order of their names. A named file that does not exist is
 * left in: opening it says what is wrong with it.
 */
export function findFiles(words: readonly string[]): string[] {
  if (words.length === 0) throw new ProblemError({ code: 'no-files' })
  return words.flatMap(word => (isFolder(word) ? spreadsheetsIn(word) : [word]))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function spreadsheetsIn(folder: string): string[] {
  const files = readdirSync(folder)
    .filter(name => /\.xlsx$/i.test(name) && !name.startsWith('~$'))
    .sort((a, b) => a.localeCompare(b, 'ru'))
  if (files.length === 0) throw new ProblemError({ code: 'folder-empty', place: { file: folder } })
  return files.map(name => join(folder, name))
}
