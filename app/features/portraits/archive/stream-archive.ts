import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { writeCsv } from '../../../documents/csv/index.ts'
import { streamZip } from '../../../documents/zip/index.ts'
import { say } from '../../../messages/format.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { archiveFolder } from './archive-folder.ts'
import type { ListedArchive } from './archives.ts'
import { type JournalLine, readJournal } from './journal.ts'

/**
 * The archive as one zip: its files as they lie in the folder, after them the manifest. A file whose content is not what its
 * hash says breaks the stream: half an archive must not look like a whole one. Throws `portrait-archive-gone`.
 */
export async function streamArchive(
  dataFolder: string,
  archive: ListedArchive,
): Promise<AsyncIterable<Uint8Array>> {
  const folder = archiveFolder(dataFolder, archive.id)
  const files = (await readJournal(folder)).sort((a, b) => (a.name < b.name ? -1 : 1))
  if (files.length !== archive.written) throw new ProblemError({ code: 'portrait-archive-gone' })
  const text = (content: string) => [Buffer.from(content)]
  const named = (id: string) => say(archive.locale, `portraits.archive.${id}`)
  return streamZip(archive.finished_at!, [
    { name: 'manifest.json', content: text(manifestOf(archive, files)) },
    { name: `${named('manifest')}.csv`, content: text(tableOf(archive, files)) },
    ...files.map(file => ({ name: file.name, content: checked(folder, file) })),
  ])
}

async function* checked(folder: string, { hash, name }: JournalLine): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, hash))) {
    sum.update(chunk)
    yield chunk
  }
  if (sum.digest('hex') !== hash) throw new Error(`«${name}» is not what was made`)
}

/** For programs. */
function manifestOf(archive: ListedArchive, files: readonly JournalLine[]): string {
  const { run_id, runTitle, template, day, selected, written } = archive
  return JSON.stringify(
    {
      run: { id: run_id, title: runTitle },
      ...{ template, day, selected, written },
      files: files.map(({ name, unit, of, rows, bytes, hash }) => ({
        ...{ file: name, unit: { id: unit, name: of }, rows, bytes, sha256: hash },
      })),
    },
    null,
    1,
  )
}

/** For people: file, unit, rows, hash; at the end how many were chosen and how many are there. */
function tableOf({ locale, selected, written }: ListedArchive, files: readonly JournalLine[]): string {
  const column = (id: string) => say(locale, `portraits.archive.column.${id}`)
  return writeCsv([
    ['file', 'unit', 'rows', 'bytes', 'sha256'].map(column),
    ...files.map(({ name, of, rows, bytes, hash }) => [name, of, rows, bytes, hash]),
    [column('selected'), null, selected, null, null],
    [column('written'), null, written, null, null],
  ])
}
