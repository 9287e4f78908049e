import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createPeople } from '../features/accounts/index.ts'
import { openTestEmbedded } from '../platform/database/testing/index.ts'
import { dataFolder } from '../platform/operation/index.ts'
import { openDemoAccounts } from './demo-accounts.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-demo-accounts-'))
const database = await openTestEmbedded()
afterAll(async () => {
  await database.close()
  rmSync(root, { recursive: true })
})

it('leaves a database alone in which somebody works, whatever folder is given with it', async () => {
  const [name, password] = ['Настоящев Пётр', 'причал-у-реки-57']
  const grants = [{ role: 'administrator', unitId: 1 } as const]
  await createPeople(database, [{ name, email: 'real@example.org', password, grants }])
  const before = await stateOf()
  await expect(openDemoAccounts(database, dataFolder(root))).rejects.toThrow('demo-in-earnest')
  expect(await stateOf()).toEqual(before)
  expect(existsSync(join(root, 'demo-accounts.json'))).toBe(false)
})

async function stateOf(): Promise<unknown> {
  const { rows } = await database.ownerPool.query(`
    select (select count(*)::int from unit) as units, (select name from unit where id = 1) as region,
      (select count(*)::int from person) as people, (select json_object_agg(id, value order by id) from setting) as settings`)
  return rows
}
