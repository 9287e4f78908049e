/** Rewrites app/migrations/schema.txt from the migrations: run after adding one, and read the difference. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeSchema } from '../app/platform/database/describe-schema.ts'
import { openEmbedded } from '../app/platform/database/embedded.ts'
import { migrate } from '../app/platform/database/migrate.ts'

const pools = await openEmbedded()
await migrate(pools.owner)
writeFileSync(join(import.meta.dirname, '../app/migrations/schema.txt'), await describeSchema(pools.owner))
await pools.close()
