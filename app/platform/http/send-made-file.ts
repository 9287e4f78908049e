import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import { attachmentHeader, ownFolderPrefix } from '../files/index.ts'

/** What is offered for saving. */
interface MadeFile {
  /** As the person sees it, with its ending. */
  readonly name: string
  readonly mediaType: string
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Has a file written and sends it. Its name is gone from the disk before the first byte leaves, so nothing of it stays
 * behind whenever the reader goes away; what a killed process leaves carries its number, and is swept by that.
 */
export async function sendMadeFile(
  reply: FastifyReply,
  { name, mediaType }: MadeFile,
  write: (path: string) => Promise<unknown>,
): Promise<FastifyReply> {
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix()))
  try {
    const path = join(folder, 'made')
    await write(path)
    const file = await open(path)
    const content = file.createReadStream()
    if (reply.raw.destroyed) content.destroy()
    return reply
      .headers({ 'content-type': mediaType, 'content-disposition': attachmentHeader(name) })
      .send(content)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
