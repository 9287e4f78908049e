import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Database, openDatabase } from '../../database/index.ts'
import { openLocalStore } from '../../files/local-store.ts'
import type { DataFolder } from '../data-folder.ts'
import { loadSecrets } from '../load-secrets.ts'
import { type FolderLock, lockDataFolder } from '../lock-data-folder.ts'
import { openDataFolder, prepareDataFolder, readInstallation } from '../prepare-data-folder.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')
export const VERSION = '0.0.0-test'

/** An installation as the service has it open, without the service. */
export interface TestInstallation {
  readonly folder: DataFolder
  readonly lock: FolderLock
  readonly database: Database
  close(): Promise<void>
}

export async function openInstallation(root: string, url?: string): Promise<TestInstallation> {
  const folder = await openDataFolder(root)
  const lock = await lockDataFolder(folder, { purpose: 'serve', now: NOW })
  const database = await openItsDatabase(folder, url).catch(error => {
    lock.release()
    throw error
  })
  return {
    folder,
    lock,
    database,
    async close() {
      await database.close()
      lock.release()
    },
  }
}

async function openItsDatabase(folder: DataFolder, url?: string): Promise<Database> {
  await prepareDataFolder(folder.root, { programVersion: VERSION, now: NOW })
  const secrets = await loadSecrets(folder)
  const installation = await readInstallation(folder)
  return openDatabase({
    folder: folder.database,
    installation: installation?.id ?? '',
    ...(url ? { url, appPassword: secrets.databasePassword } : {}),
  })
}

/** Words that break careless copying: quotes, backslashes, line ends, tabs, arrays' and rows' own marks. */
export const AWKWARD = 'Школа «№ 1», {"а"} \\N \\. (x,"y")\n\t\'\u2028😀 NULL null'

/** Units, names, history and two files, with the values that copying is likely to get wrong. */
export async function fillInstallation({ database, folder }: TestInstallation): Promise<string[]> {
  await database.ownerPool.query(
    `with west as (insert into unit (parent_id, kind, name) values (1, 'municipality', 'Западный') returning id)
     insert into unit (parent_id, kind, name, digits, tags, valid_from)
     select id, 'school', $1, '990001', array['контроль, "особый"', ''], '2019-09-01' from west`,
    [AWKWARD],
  )
  await database.ownerPool.query(
    `insert into audit (unit_id, unit_path, subject, subject_id, action, before, after, at)
     values (1, '1.', 'unit', '1', 'changed', 'null'::jsonb, null, '2026-11-22 12:00:00.123456+03'),
       (1, '1.', 'unit', '', 'changed', '{"a": [1, null, 1e-7]}', '""', '-infinity')`,
  )
  // A child older than its parent: no order of rows satisfies a foreign key.
  await database.ownerPool.query(
    `insert into unit (parent_id, kind, name) values (1, 'municipality', 'Восточный')`,
  )
  await database.ownerPool.query(
    `update unit set parent_id = (select max(id) from unit where kind = 'municipality') where kind = 'school'`,
  )
  const store = openLocalStore(folder.files)
  const contents = [randomBytes(300_000), Buffer.from('приказ')]
  return Promise.all(contents.map(async content => (await store.put(Readable.from([content]))).hash))
}
