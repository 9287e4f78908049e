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
import { checkHash, isHash, type ListedObject, type ObjectStore } from './object-store.ts'
import { discardStaged, stageContent } from './stage-content.ts'

export interface S3Settings {
  /** Address of an S3-compatible service, 'https://s3.region.ru'; absent for Amazon's own. */
  readonly endpoint?: string
  readonly region: string
  readonly bucket: string
  /** Put before every key, 'objektiv/'. */
  readonly prefix?: string
  /** Absent: the SDK looks where it usually does (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, the instance's role). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/**
 * A store in a bucket of any S3-compatible service. A content is received into `staging` first: its key is its hash,
 * and that is known at the end only.
 */
export function openS3Store(settings: S3Settings, staging: string): ObjectStore {
  const { bucket, prefix = '', endpoint, region, credentials } = settings
  const client = new S3Client({
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
    // Services other than Amazon's do not know its newer checksums; ours is sent with every content (see put).
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = (hash: string) => ({ Bucket: bucket, Key: prefix + checkHash(hash) })

  return {
    async put(content, inspect) {
      const staged = await stageContent(staging, content)
      try {
        await inspect?.(staged)
        await client.send(
          new PutObjectCommand({
            ...place(staged.hash),
            Body: createReadStream(staged.path),
            ContentLength: staged.size,
            // The service refuses a content that arrives other than it left.
            ChecksumSHA256: Buffer.from(staged.hash, 'hex').toString('base64'),
          }),
        )
      } finally {
        await rm(staged.path, { force: true })
      }
      return { hash: staged.hash, size: staged.size }
    },
    async get(hash) {
      const { Body } = await client.send(new GetObjectCommand(place(hash))).catch(asLost)
      return Body as Readable
    },
    has: hash =>
      client.send(new HeadObjectCommand(place(hash))).then(
        () => true,
        error => {
          if (isMissing(error)) return false
          throw error
        },
      ),
    async remove(hash) {
      await client.send(new DeleteObjectCommand(place(hash)))
    },
    list: () => listBucket(client, bucket, prefix),
    discardUnfinished: before => discardStaged(staging, before),
    close: () => client.destroy(),
  }
}

async function* listBucket(client: S3Client, bucket: string, prefix: string): AsyncGenerator<ListedObject> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      const hash = Key?.slice(prefix.length) ?? ''
      if (isHash(hash) && LastModified) yield { hash, size: Size ?? 0, changedAt: LastModified }
    }
  }
}

function asLost(error: unknown): never {
  throw isMissing(error) ? new ProblemError({ code: 'file-content-lost' }) : error
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
}
