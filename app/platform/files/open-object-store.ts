import { join } from 'node:path'
import { openLocalStore } from './local-store.ts'
import type { ObjectStore } from './object-store.ts'

/**
 * The file store of an installation: the folder `files` of its data folder, or a bucket where OBJEKTIV_S3_BUCKET names
 * one (with OBJEKTIV_S3_ENDPOINT, OBJEKTIV_S3_REGION, OBJEKTIV_S3_PREFIX, and AWS_ACCESS_KEY_ID,
 * AWS_SECRET_ACCESS_KEY as everywhere). The client of buckets is read only where there is one: it takes 30 MB.
 */
export async function openObjectStore(
  dataFolder: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ObjectStore> {
  const folder = join(dataFolder, 'files')
  const bucket = env.OBJEKTIV_S3_BUCKET
  if (!bucket) return openLocalStore(folder)
  const { OBJEKTIV_S3_ENDPOINT: endpoint, OBJEKTIV_S3_PREFIX: prefix } = env
  const { openS3Store } = await import('./s3-store.ts')
  return openS3Store(
    {
      bucket,
      region: env.OBJEKTIV_S3_REGION ?? 'us-east-1',
      ...(endpoint ? { endpoint } : {}),
      ...(prefix ? { prefix } : {}),
    },
    join(folder, 'incoming'),
  )
}
