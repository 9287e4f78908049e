import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { logRead } from '../../platform/audit/index.ts'
import { attachmentHeader, tooLarge } from '../../platform/files/index.ts'
import { type Actor, type Doorkeeper, implement } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { filesContract } from './contract.ts'
import { admitFile, DEFAULT_FILE_LIMIT, type Keeping, receiveFile } from './receive-file.ts'
import { findFile } from './store/find-file.ts'
import { removeDraft } from './store/remove-file.ts'
import type { StoredFile } from './types.ts'

/** Part headers and boundaries around the file itself. */
const ENVELOPE = 16 * 1024

/** Sending, reading and removing files over HTTP. */
export function fileRoutes(app: FastifyInstance, doorkeeper: Doorkeeper, keeping: Keeping): void {
  const { database, store, fileLimit = DEFAULT_FILE_LIMIT, notHandedOut = [] } = keeping

  implement(app, doorkeeper, filesContract, {
    async 'POST /api/files'({ actor, query, request }) {
      if (Number(request.headers['content-length']) > fileLimit + ENVELOPE) throw tooLarge(fileLimit)
      const unitId = await admitFile(keeping, actor.scope, query.unitId)
      const part = await onlyFile(request, fileLimit)
      const sent = { name: part.filename, content: part.file }
      return toView(await receiveFile(keeping, actor.scope, unitId, sent))
    },
    'GET /api/files/:id': async ({ tx, params, actor }) =>
      toView(await findFile(tx, params.id, mayOf(actor))),
    async 'GET /api/files/:id/content'({ actor, params, reply }) {
      const file = await database.as(actor.scope, async tx => {
        const found = await findFile(tx, params.id, mayOf(actor))
        if (found.attachedTo && notHandedOut.includes(found.attachedTo.subject))
          throw new ProblemError({ code: 'not-found' })
        await logRead(tx, 'stored_file', String(found.id), found.unitId)
        return found
      })
      const content = await store.get(file.hash)
      return reply
        .headers({
          'content-type': file.mediaType,
          'content-length': file.size,
          'content-disposition': attachmentHeader(file.name),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cross-origin-resource-policy': 'same-origin',
        })
        .send(content)
    },
    'DELETE /api/files/:id': ({ tx, params }) => removeDraft(tx, params.id),
  })
}

async function onlyFile(request: FastifyRequest, limit: number): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new ProblemError({ code: 'file-not-sent' })
  // One byte more than we take, so that our own check, which names the file, comes first.
  const part = await request.file({ limits: { fileSize: limit + 1, files: 1 }, throwFileSizeLimit: false })
  if (!part) throw new ProblemError({ code: 'file-not-sent' })
  return part
}

function mayOf(actor: Actor): (right: string) => boolean {
  return right => actor.may(right)
}

function toView({ id, unitId, name, size, mediaType, createdAt, attachedTo }: StoredFile) {
  return {
    id,
    unitId,
    name,
    size,
    mediaType,
    createdAt: createdAt.toISOString(),
    attachedTo: attachedTo && { subject: attachedTo.subject, subjectId: attachedTo.subjectId },
  }
}
