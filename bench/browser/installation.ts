import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { sql } from 'kysely'
import { createPeople, type Role } from '../../app/features/accounts/index.ts'
import type { Database } from '../../app/platform/database/index.ts'
import { readConfiguration } from '../../app/platform/operation/index.ts'
import { freePort } from '../../app/platform/testing/free-port.ts'
import { startApp } from '../../app/start-app.ts'
import { PASSWORD } from '../server/fill-installation.ts'
import { BROWSER, signIn } from '../server/sign-in.ts'

const HOST = '127.0.0.1'

/**
 * Makes a data folder with people of the region in it, without a second factor, then does what is to be there before the
 * first measured moment. Outside the timing, in this process.
 */
export async function layInstallation(
  dataFolder: string,
  roles: readonly Role[],
  prepare: (database: Database, address: string) => Promise<void>,
): Promise<void> {
  const app = await startApp({
    dataFolder,
    host: HOST,
    port: await freePort(),
    configuration: readConfiguration({}),
    requestLimit: 1_000_000,
    web: false,
  })
  try {
    await app.database.asSystem('system:bench', tx =>
      sql`update setting set value = '[]' where id = 'second-factor-roles'`.execute(tx),
    )
    await createPeople(
      app.database,
      roles.map(role => ({
        name: `Человек ${role}`,
        email: emailOf(role),
        password: PASSWORD,
        grants: [{ role, unitId: 1 }],
      })),
    )
    await prepare(app.database, app.address)
  } finally {
    await app.stop()
  }
}

export function emailOf(role: Role): string {
  return `${role}@example.org`
}

/** Brings a registry of schools in as an administrator does: checked, then accepted. */
export async function loadRegistry(address: string, path: string): Promise<void> {
  const cookie = await signIn(address, emailOf('administrator'), PASSWORD)
  const headers = { ...BROWSER, cookie }
  const body = new FormData()
  body.set('file', new Blob([readFileSync(path)]), basename(path))
  const checked = await fetch(`${address}/api/registry/imports`, { method: 'POST', headers, body })
  const { id } = (await answerOf(checked)) as { id: number }
  await answerOf(
    await fetch(`${address}/api/registry/imports/${id}/commit`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ missing: 'leave' }),
    }),
  )
}

async function answerOf(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url}: ${await answer.text()}`)
  return answer.json()
}
