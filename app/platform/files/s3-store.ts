import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { ProblemError } from '../problem.ts'
import { checkHash, isHash, type ListedObject, type ObjectStore, type StagedContent } from './object-store.ts'
import { discardStaged, stageContent } from './stage-content.ts'
import { verifiedContent } from './verified-content.ts'

export interface S3Settings {
  /** Address of an S3-compatible service, 'https://s3.region.ru'; absent for Amazon's own. */
  readonly endpoint?: string
  readonly region: string
  readonly bucket: string
  /** Put before every key, 'objektiv/'. */
  readonly prefix?: string
  /** Absent: the SDK looks where it usually does (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, the instance's role). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** How long, in ms, an answer may take to begin and, while a content is sent, a silence may last. */
  readonly patience?: number
}

/** A store that is silent is told of; nobody waits for it for ever. */
const PATIENCE = 20_000
const CONNECTED_WITHIN = 5000
/** While a content is read it may be the reader whose line is slow. */
const SLOWEST_READER = 600_000
/** What failed is told by its error; lines of the client's own would stand among those of the service's log. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} }
/** A content that did not get through is sent again: a connection kept open may have been closed by the other side. */
const ATTEMPTS = 3

/**
 * A store in a bucket of any S3-compatible service. A content is received into `staging` first: its key is its hash,
 * and that is known at the end only.
 */
export function openS3Store(settings: S3Settings, staging: string): ObjectStore {
  const { bucket, prefix = '', endpoint, region, credentials } = settings
  const patience = settings.patience ?? PATIENCE
  const common = {
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
    // Services other than Amazon's do not know its newer checksums; ours is sent with every content (see put).
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: SILENT,
    maxAttempts: 2,
  } as const
  const client = new S3Client({
    ...common,
    requestHandler: {
      connectionTimeout: CONNECTED_WITHIN,
      requestTimeout: patience,
      throwOnRequestTimeout: true,
      socketTimeout: SLOWEST_READER,
    },
  })
  const sender = new S3Client({
    ...common,
    requestHandler: { connectionTimeout: CONNECTED_WITHIN, socketTimeout: patience },
  })
  const place = (hash: string) => ({ Bucket: bucket, Key: prefix + checkHash(hash) })
  const send = async ({ hash, path, size }: StagedContent) => {
    const body = createReadStream(path)
    try {
      await sender.send(
        new PutObjectCommand({
          ...place(hash),
          Body: body,
          ContentLength: size,
          // The service refuses a content that arrives other than it left. Not every one knows the newer of the two.
          ContentMD5: await md5Of(path),
          ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64'),
        }),
      )
    } finally {
      // Where no connection came about nobody has begun to read it.
      body.destroy()
    }
  }

  return {
    isRemote: true,
    async put(content, inspect) {
      const staged = await stageContent(staging, content)
      try {
        await inspect?.(staged)
        await repeatedly(() => send(staged)).catch(asAway)
      } finally {
        await rm(staged.path, { force: true })
      }
      return { hash: staged.hash, size: staged.size }
    },
    async get(hash) {
      const { Body } = await client.send(new GetObjectCommand(place(hash))).catch(asLost)
      return verifiedContent(Body as Readable, hash, asAway)
    },
    has: hash =>
      client.send(new HeadObjectCommand(place(hash))).then(
        () => true,
        error => (isMissing(error) ? false : asAway(error)),
      ),
    async remove(hash) {
      await client.send(new DeleteObjectCommand(place(hash))).catch(asAway)
    },
    list: () => listBucket(client, bucket, prefix),
    discardUnfinished: before => discardStaged(staging, before),
    close() {
      client.destroy()
      sender.destroy()
    },
  }
}

async function* listBucket(client: S3Client, bucket: string, prefix: string): AsyncGenerator<ListedObject> {
  const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })
  for (;;) {
    const page = await pages.next().catch(asAway)
    if (page.done) return
    for (const { Key, Size, LastModified } of page.value.Contents ?? []) {
      const hash = Key?.slice(prefix.length) ?? ''
      if (isHash(hash) && LastModified) yield { hash, size: Size ?? 0, changedAt: LastModified }
    }
  }
}

async function md5Of(path: string): Promise<string> {
  const digest = createHash('md5')
  for await (const chunk of createReadStream(path)) digest.update(chunk)
  return digest.digest('base64')
}

/** The client repeats what it can; a content that streams it cannot, having read it. */
async function repeatedly(work: () => Promise<unknown>): Promise<void> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      await work()
      return
    } catch (error) {
      if (left === 1 || !isPassing(error)) throw error
    }
  }
}

function asLost(error: unknown): never {
  if (isMissing(error)) throw new ProblemError({ code: 'file-content-lost' })
  throw asAway(error)
}

/** Out of reach, closed to us, or without our bucket: to people the same, the cause is for the log and the doctor. */
function asAway(error: unknown): never {
  throw new ProblemError({ code: 'file-store-away' }, { cause: error })
}

/** The content is not there. A bucket that is not there says nothing about contents, where the answer tells it. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false
  return error.$metadata.httpStatusCode === 404 && error.name !== 'NoSuchBucket'
}

/** A connection that was closed under us, or a service that says itself that it cannot right now. */
function isPassing(error: unknown): boolean {
  if (error instanceof S3ServiceException) return (error.$metadata.httpStatusCode ?? 0) >= 500
  return ['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '')
}
