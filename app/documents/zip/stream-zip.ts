import { Zip, ZipPassThrough } from 'fflate'

/** A file of an archive. Its content is asked for when its turn has come. */
interface ZipMember {
  /** With slashes between folders; written as UTF-8. */
  readonly name: string
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/**
 * Gives a zip archive piece by piece, holding no more than a piece of one file. Contents are stored as they are: documents
 * are packed already. The moment stands at every file, so that the same files give the same bytes.
 */
export async function* streamZip(
  moment: Date,
  members: Iterable<ZipMember>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = []
  let fault: Error | null = null
  const zip = new Zip((error, piece) => {
    fault ??= error
    ready.push(piece)
  })
  function* take(): Generator<Uint8Array> {
    if (fault) throw fault
    yield* ready.splice(0)
  }
  for (const { name, content } of members) {
    const file = new ZipPassThrough(name)
    file.mtime = moment
    zip.add(file)
    for await (const piece of content) {
      file.push(piece)
      yield* take()
    }
    file.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  yield* take()
}
