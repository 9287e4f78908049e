import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { allows, type Right, ROLES, type Role } from '../../app/features/accounts/index.ts'
import { GUARDED_BY_ROW, GUARDS } from '../../app/features/audit/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { startWorld, type World } from '../world/start-world.ts'
import type { Foreign } from './calls.ts'
import { plantForeign } from './plant-foreign.ts'
import { textOfAnswer } from './text-of-answer.ts'

/** Where a record of a subject is read: the log asks for the same right. */
const DOORS: Readonly<Record<string, keyof typeof contract>> = {
  unit: 'GET /api/units/:id',
  unit_alias: 'GET /api/units/:id',
  registry: 'GET /api/registry/export.xlsx',
  registry_import: 'GET /api/registry/imports/:id',
  people: 'GET /api/people/export.xlsx',
  person: 'GET /api/people/:id',
  role_grant: 'GET /api/people/:id',
  invitation: 'GET /api/invitations',
  api_token: 'GET /api/people/:id/tokens',
  setting: 'GET /api/settings',
  audit: 'GET /api/audit',
  stored_file: 'GET /api/files/:id',
  job: 'GET /api/jobs/:id',
  backup: 'GET /api/backups',
  campaign: 'GET /api/campaigns/:id',
  assessment: 'GET /api/assessments/:id',
  assessment_unit: 'GET /api/campaigns/:id/terms',
  specification: 'GET /api/specifications/:id',
  import_batch: 'GET /api/imports/:id',
  import_remark: 'GET /api/imports/remarks',
  participants: 'GET /api/signals/:id/case',
  received: 'GET /api/received',
  screening_run: 'GET /api/runs/:id',
  signal: 'GET /api/signals/:id',
  signal_step: 'GET /api/signals/:id',
  federal_list: 'GET /api/federal-list/imports/:id',
  federal_list_entry: 'GET /api/federal-list',
  portrait: 'GET /api/portraits/:run/:unit',
  portrait_file: 'GET /api/portraits/:run/:unit/file',
  portrait_remark: 'GET /api/portraits/remarks',
  portrait_template: 'GET /api/portraits/template',
  portrait_archive: 'GET /api/portraits/archives',
  plan: 'GET /api/plans/:id',
  plan_file: 'GET /api/plans/:id/file',
  plan_measure: 'GET /api/plans/:id',
  measure_task: 'GET /api/plans/:id',
  measure_step: 'GET /api/plans/:id',
  evidence: 'GET /api/plans/:id',
  plan_version: 'GET /api/plans/:id/changes',
  plan_publication: 'GET /api/plans/:id',
  calendar_feed: 'GET /api/plans',
}

describe('the log', () => {
  it('asks for the right of the door behind which the record itself is read', () => {
    const asked = Object.entries(DOORS).map(([subject, door]) => [subject, contract[door].access])
    expect(Object.fromEntries(asked)).toEqual(GUARDS)
  })

  it('knows every subject that the code writes of', () => {
    const app = join(import.meta.dirname, '../../app')
    const written = readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !file.includes('.test.'))
      .flatMap(file => [
        ...readFileSync(join(app, file), 'utf8').matchAll(/(?:logRead\(\s*\w+,|add_audit\()\s*'([a-z_]+)'/g),
      ])
      .map(match => match[1])
    expect(written.filter(subject => !Object.hasOwn(GUARDS, subject))).toEqual([])
    expect(written).toContain('participants')
  })
})

forEachDatabase('the log', open => {
  let world: World
  let theirs: Foreign
  let homes: Readonly<Record<Role, string>>
  beforeAll(async () => {
    world = await startWorld(open)
    theirs = await plantForeign(world)
    homes = await world.database.asSystem('system:test', async tx => {
      for (const subject of Object.keys(GUARDS))
        await sql`select app.add_audit(${subject}, '1000000', 'read', ${world.units.ours}, null,
          ${JSON.stringify({ name: `тайна ${subject}` })}::jsonb)`.execute(tx)
      // A file is shown with the right that it names: this one asks for no more than to read files.
      await sql`insert into stored_file (id, unit_id, hash, size, media_type, name, created_by, subject, subject_id, read_access)
        overriding system value values (1000000, ${world.units.ours}, repeat('e', 64), 5, 'text/plain', 'приказ.txt',
          'system:test', 'audit', '1', 'file.read')`.execute(tx)
      // A file of the reply to a sign, an analysis that is not published, and a sign of it.
      await sql`insert into stored_file (unit_id, hash, size, media_type, name, created_by, subject, subject_id, read_access)
        values (${world.units.theirs}, repeat('d', 64), 5, 'text/plain', 'объяснение.txt', 'system:test', 'signal_step', '1',
          'signal.read')`.execute(tx)
      await sql`with run as (insert into screening_run (unit_id, title, state, settings, created_by)
          values (${world.units.theirs}, 'черновик анализа', 'done', '{}', 'system:test') returning id)
        insert into signal (unit_id, run_id, source, set_position, year, grade, subject, channels, n, positions)
        select ${world.units.theirs}, id, 'own', 0, 2026, 7, 'черновик признака', '{high-mean}', 20, '{0}' from run`.execute(
        tx,
      )
      const { rows } = await sql<{ role: Role; unit_path: string }>`select role, unit_path from role_grant
        where person_id = any (${Object.values(world.ids)}::text[])`.execute(tx)
      return Object.fromEntries(rows.map(row => [row.role, row.unit_path])) as Record<Role, string>
    })
  })
  afterAll(() => world?.stop())

  const may = (role: Role, right: Right) => allows(role, homes[role], right)
  const readable = (role: Role) => Object.keys(GUARDS).filter(subject => may(role, GUARDS[subject]))
  const ask = (url: string, who: string) => world.send('GET', url, who)
  const subjectsIn = async (answer: Response) => {
    const { items } = (await answer.json()) as { items: { subject: string; sentence: string }[] }
    return new Set(items.filter(one => one.sentence.includes('тайна')).map(one => one.subject))
  }

  it('has a right for every table that writes into it', async () => {
    const { rows } = await world.database.asSystem('system:test', tx =>
      sql<{ name: string }>`select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_proc f on f.oid = t.tgfoid where f.proname = 'write_audit'`.execute(tx),
    )
    const tables = rows.map(({ name }) => name)
    expect(tables.filter(name => !Object.hasOwn(GUARDS, name))).toEqual([])
    expect(tables.length).toBeGreaterThan(20)
    expect(GUARDED_BY_ROW.filter(name => !tables.includes(name))).toEqual([])
  })

  it.each(ROLES)('%s is shown lines about what the role may read, and about nothing else', async role => {
    const who = world.cookies[role]
    if (!may(role, 'audit.read')) {
      for (const url of [
        '/api/audit',
        '/api/audit/export.xlsx',
        '/api/audit/choices',
        '/api/history/signal/1',
      ])
        expect({ url, status: (await ask(url, who)).status }).toEqual({ url, status: 403 })
      return
    }
    const known = new Set(readable(role))
    const since = '/api/audit?limit=200&action=read'
    expect(await subjectsIn(await ask(since, who))).toEqual(known)
    const sheet = await textOfAnswer(await ask('/api/audit/export.xlsx?action=read', who))
    const choices = (await (await ask('/api/audit/choices', who)).json()) as { subjects: { value: string }[] }
    const offered = new Set(choices.subjects.map(({ value }) => value))
    for (const subject of Object.keys(GUARDS)) {
      const isKnown = known.has(subject)
      const list = await ask(`/api/audit?subject=${subject}`, who)
      const history = await ask(`/api/history/${subject}/1000000`, who)
      expect({
        ...{ subject, list: list.status, history: history.status, offered: offered.has(subject) },
        exported: sheet.includes(`тайна ${subject}»`),
      }).toEqual({
        ...{ subject, list: isKnown ? 200 : 403, history: isKnown ? 200 : 403, offered: isKnown },
        exported: isKnown,
      })
    }
  })

  it('keeps signs, their steps and the files of replies from an administrator', async () => {
    const told = async (who: string) =>
      (await textOfAnswer(await ask('/api/audit?limit=200', who))) +
      (await textOfAnswer(await ask('/api/audit/export.xlsx', who)))
    const inner = /чужой шаг|Чужой предмет; |объяснение\.txt|чужой перечень|чужое замечание/
    expect((await told(world.cookies.administrator)).match(inner)).toBe(null)
    expect(await told(world.cookies.analyst)).toMatch(/чужой шаг/)
    for (const [subject, id] of Object.entries({ signal: theirs.signalId, signal_step: 1 }))
      expect((await ask(`/api/history/${subject}/${id}`, world.cookies.administrator)).status).toBe(403)
  })

  it('keeps a draft of an analysis and its signs from the school, as their tables do', async () => {
    const told = async (who: string) => textOfAnswer(await ask('/api/audit?limit=200', who))
    const ofHead = await told(world.stranger.cookie)
    expect(ofHead).toMatch(/чужой шаг/)
    expect(ofHead).toMatch(/объяснение\.txt/)
    expect(ofHead).not.toMatch(/черновик (?:анализа|признака)/)
    const ofAnalyst = await told(world.cookies.analyst)
    expect(ofAnalyst).toMatch(/черновик анализа/)
    expect(ofAnalyst).toMatch(/черновик признака/)
  })
})
