/**
 * Rewrites app/migrations/schema.txt from the migrations: run after adding one, and read the difference. Refuses where one
 * was edited that an installation kept in tests/older was made with: whoever has such an installation could not start this
 * version on it. Where none is kept of this version, writes one.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeSchema } from '../app/platform/database/describe-schema.ts'
import { openEmbedded } from '../app/platform/database/embedded.ts'
import { migrate, readMigrations } from '../app/platform/database/migrate.ts'
import { programVersion, verifyBackup } from '../app/platform/operation/index.ts'
import { writeOlderInstallation } from '../tests/older/write-older-installation.ts'

const ROOT = join(import.meta.dirname, '..')
const OLDER = join(ROOT, 'tests/older')

const pools = await openEmbedded()
await migrate(pools.owner)
writeFileSync(join(ROOT, 'app/migrations/schema.txt'), await describeSchema(pools.owner))
await pools.close()

const today = new Map((await readMigrations()).map(({ name, hash }) => [name, hash]))
const kept = readdirSync(OLDER).filter(name => name.endsWith('.tar.gz'))
const edited = new Set<string>()
for (const file of kept)
  for (const { name, hash } of (await verifyBackup(join(OLDER, file))).migrations)
    if (today.get(name) !== hash) edited.add(name)
for (const name of edited)
  console.error(`${name} was edited and may not be: put it back and add another migration.`)
if (kept.length === 0) await writeOlderInstallation(join(OLDER, `${programVersion}.tar.gz`))
process.exit(edited.size > 0 ? 1 : 0)
