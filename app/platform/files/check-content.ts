import { ProblemError } from '../problem.ts'
import { extensionOf } from './clean-file-name.ts'
import { FILE_KINDS, type FileKind, type Refusal, refusedByExtension } from './file-kinds.ts'
import { recogniseContent } from './recognise-content.ts'

/**
 * The media type of a received file, told by its content. `name` is the cleaned one: its extension must agree with
 * the content, so that what a person sees is what their computer will open.
 * Throws ProblemError `file-kind-refused` or `file-extension-differs`.
 */
export async function checkContent(path: string, name: string): Promise<string> {
  const extension = extensionOf(name)
  const byName = refusedByExtension(extension)
  if (byName) throw refused(byName, name)
  const found = await recogniseContent(path)
  if ('refused' in found) throw refused(found.refused, name)
  const kind = found.kind === 'text' && extension === 'csv' ? 'csv' : found.kind
  const { mediaType, extensions } = FILE_KINDS[kind]
  if (!(extensions as readonly string[]).includes(extension)) throw differs(kind, extension, name)
  return mediaType
}

function refused(kind: Refusal, file: string): ProblemError {
  return new ProblemError({ code: 'file-kind-refused', params: { kind }, place: { file } })
}

function differs(kind: FileKind, extension: string, file: string): ProblemError {
  return new ProblemError({
    code: 'file-extension-differs',
    params: {
      extension,
      named: extension === '' ? 'no' : 'yes',
      expected: kind === 'text' ? 'txt' : FILE_KINDS[kind].extensions[0],
    },
    place: { file },
  })
}
