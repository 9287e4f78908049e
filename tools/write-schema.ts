/**
 * Rewrites app/migrations/schema.txt from the migrations: run after adding one, and read the difference. Where one was
 * edited that an installation kept in tests/older was made with, that is written anew too: right only before a release.
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
for (const name of kept.length > 0 ? kept : [`${programVersion}.tar.gz`]) {
  const file = join(OLDER, name)
  const { migrations } = kept.length > 0 ? await verifyBackup(file) : { migrations: [{ name: '', hash: '' }] }
  if (migrations.every(({ name, hash }) => today.get(name) === hash)) continue
  await writeOlderInstallation(file)
  console.log(`tests/older/${name} is written anew: a migration that it was made with was edited.`)
}
process.exit()
