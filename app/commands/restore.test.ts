import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it, vi } from 'vitest'
import { createPeople } from '../features/accounts/index.ts'
import type { Database } from '../platform/database/index.ts'
import { dataFolder, openSource, writeBackup } from '../platform/operation/index.ts'
import { NOW, openInstallation, VERSION } from '../platform/operation/testing/installation.ts'
import { silentProgress } from '../platform/progress.ts'
import { restore } from './restore.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-restore-'))
const at = (name: string) => join(root, name)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('opens no door again: sessions and links are gone, tokens and invitations are ended, and the log says so', async () => {
  const original = await openInstallation(at('original'))
  await openDoors(original.database)
  await original.close()
  const source = await openSource({
    ...{ folder: dataFolder(at('original')), env: {}, programVersion: VERSION, now: NOW },
  })
  await writeBackup(at('copy.tar'), source, { now: NOW, progress: silentProgress })
  await source.close()

  const told = vi.spyOn(console, 'log').mockImplementation(() => {})
  await restore.run({ files: [at('copy.tar')], values: { data: at('again') }, locale: 'ru' })
  expect(told.mock.calls.flat().join('\n')).toContain('2 ключа для программ, 1 приглашение')
  told.mockRestore()

  const again = await openInstallation(at('again'))
  const one = async (query: string) => (await again.database.ownerPool.query(query)).rows
  expect(await one(`select name from api_token where revoked_at is null`)).toEqual([{ name: 'прежний' }])
  expect(await one(`select email from invitation where revoked_at is null order by email`)).toEqual([
    { email: 'accepted@example.org' },
  ])
  expect(await one(`select 1 from auth.session union all select 1 from auth.one_time_link`)).toEqual([])
  const log =
    await one(`select account_id, subject, after ->> 'tokens' as tokens, after ->> 'invitations' as invitations
    from audit where action = 'installation.restored' order by id`)
  const by = 'system:restore'
  expect(log).toEqual([
    { account_id: by, subject: 'api_token', tokens: null, invitations: null },
    { account_id: by, subject: 'api_token', tokens: null, invitations: null },
    { account_id: by, subject: 'invitation', tokens: null, invitations: null },
    { account_id: by, subject: 'backup', tokens: '2', invitations: '1' },
  ])
  await again.close()
})

/** Somebody with a session, two tokens that work and one past its day, an open invitation and one taken up. */
async function openDoors(database: Database): Promise<void> {
  const [id] = await createPeople(database, [
    {
      name: 'Первова Анна',
      email: 'anna@example.org',
      password: 'причал-у-реки-57',
      grants: [{ role: 'administrator', unitId: 1 }],
    },
  ])
  await database.asSystem('system:test', async tx => {
    await sql`insert into auth.session (id, token, user_id, expires_at) values ('s', 't', ${id}, now() + '1 day')`.execute(
      tx,
    )
    await sql`insert into api_token (unit_id, person_id, grant_id, name, token_hash, rights, expires_at)
      select 1, ${id}, (select id from role_grant), name, name, '{unit.read}', now() + term::interval
      from (values ('журнал', '9 days'), ('хранилище', '1 hour'), ('прежний', '-1 day')) as given (name, term)`.execute(
      tx,
    )
    await sql`insert into invitation (unit_id, token_hash, email, name, role, expires_at, accepted_at)
      values (1, 'a', 'open@example.org', 'Новикова', 'observer', now() + '1 day', null),
        (1, 'b', 'accepted@example.org', 'Прежнева', 'observer', now() + '1 day', now())`.execute(tx)
  })
}
