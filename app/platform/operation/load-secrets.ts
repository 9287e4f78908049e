import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ProblemError } from '../problem.ts'
import type { DataFolder } from './data-folder.ts'
import { writeFileDurably } from './write-file-durably.ts'

const secretsSchema = z.object({
  /** Signs sessions and encrypts second factors: without it nobody who has one can sign in. Part of every backup. */
  authSecret: z.string().min(32),
  /** Of the plain login on a PostgreSQL server; set anew at every start, so a backup need not keep it. */
  databasePassword: z.string().min(16),
})

export type Secrets = z.infer<typeof secretsSchema>

/**
 * The secrets of the installation, made at the first start, readable by the service alone. A file that cannot be read
 * is never replaced: that would lock out everybody with a second factor.
 */
export async function loadSecrets(folder: DataFolder): Promise<Secrets> {
  if (!existsSync(folder.secrets)) {
    const secrets = newSecrets()
    await writeSecrets(folder, secrets)
    return secrets
  }
  try {
    const secrets = secretsSchema.parse(JSON.parse(await readFile(folder.secrets, 'utf8')))
    await chmod(folder.secrets, 0o600)
    return secrets
  } catch {
    throw new ProblemError({ code: 'secrets-broken', place: { file: folder.secrets } })
  }
}

export function newSecrets(): Secrets {
  return { authSecret: secret(), databasePassword: secret() }
}

export async function writeSecrets(folder: DataFolder, secrets: Secrets): Promise<void> {
  await writeFileDurably(folder.secrets, `${JSON.stringify(secrets, null, 2)}\n`)
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}
