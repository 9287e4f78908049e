import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'

/** Everything readable in an answer: of a workbook, the text of all its parts. */
export async function textOfAnswer(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  return bytes.subarray(0, 2).toString() === 'PK' ? textOfArchive(bytes) : bytes.toString()
}

function textOfArchive(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, archive) => {
      if (error || !archive) return reject(error)
      const texts: string[] = []
      archive.on('entry', entry =>
        archive.openReadStream(entry, async (failure, stream) => {
          if (failure || !stream) return reject(failure)
          texts.push((await buffer(stream)).toString())
          archive.readEntry()
        }),
      )
      archive.on('end', () => resolve(texts.join('\n')))
      archive.on('error', reject)
      archive.readEntry()
    })
  })
}
