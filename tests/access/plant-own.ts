import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { vi } from 'vitest'
import type { Role } from '../../app/features/accounts/index.ts'
import { protocolFile, row2021 } from '../../app/features/results/testing/results-room.ts'
import { createUnit } from '../../app/features/territory/index.ts'
import { BROWSER, type World } from '../world/start-world.ts'
import { NO_EVIDENCE, SETTINGS } from './plant-foreign.ts'

/** A file to send. */
export interface Sent {
  readonly name: string
  readonly content: string | Buffer
}

/** Records of one's own, made anew for each call where the call uses them up. */
export type Own = ReturnType<typeof plantOwn>

let counter = 0

export function plantOwn(world: World, campaignId: number) {
  const { database, ids, units, cookies } = world
  const system = <T>(work: Parameters<typeof database.asSystem<T>>[1]) =>
    database.asSystem('system:test', work)
  const one = (query: RawBuilder<{ id: number }>) => system(async tx => (await query.execute(tx)).rows[0].id)

  async function upload(url: string, role: Role, { name, content }: Sent): Promise<Response> {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
    return fetch(world.address + encodeURI(url), {
      method: 'POST',
      headers: { ...BROWSER, cookie: cookies[role] },
      body: form,
    })
  }
  async function told<T>(answer: Response): Promise<T> {
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer.json() as Promise<T>
  }

  const run = (title: string, published: boolean) =>
    one(sql`insert into screening_run (unit_id, campaign_id, title, state, settings, record, summary, created_by, published_at)
      values (1, ${campaignId}, ${title}, 'done', ${SETTINGS}, '{"method":"method-2019","version":"2","parameters":{}}',
        '{"works":20,"schools":1,"sets":1,"marked":1,"markedInIndex":1,"own":null,"files":[],"notes":[]}',
        ${ids.analyst}, ${published ? new Date() : null}) returning id`)

  const home = (role: Role) =>
    one(sql`select unit_id as id from role_grant where person_id = ${ids[role]} limit 1`)

  return {
    ...{ world, campaignId, upload, told, run },
    /** A number that no call before has had. */
    next: () => ++counter,
    version,
    school: (parentId = units.west) =>
      database.as({ accountId: 'system:test', role: 'administrator', grantId: null, unitPath: '1.' }, tx =>
        createUnit(tx, { kind: 'school', parentId, name: `Своя школа ${++counter}` }),
      ),
    token: (role: Role) =>
      one(sql`insert into api_token (unit_id, person_id, grant_id, name, token_hash, rights, expires_at)
        select unit_id, person_id, id, 'свой', ${`own-${++counter}`}, '{unit.read}', now() + interval '1 day'
        from role_grant where person_id = ${ids[role]} limit 1 returning id`),
    grant: () =>
      one(sql`insert into role_grant (person_id, role, unit_id, granted_by)
        values (${ids.observer}, 'coordinator', ${units.ours}, ${ids.administrator}) returning id`),
    /** A colleague of our school, or one who has left it; nobody signs in as them. */
    async person(state: 'working' | 'closed') {
      const id = `own-person-${++counter}`
      const left = state === 'closed' ? new Date() : null
      const email = `${id}@example.org`
      await system(async tx => {
        await sql`insert into auth."user" (id, name, email) values (${id}, 'Свой человек', ${email})`.execute(
          tx,
        )
        await sql`insert into person (id, unit_id, name, email, blocked_at, closed_at)
          values (${id}, ${units.ours}, 'Свой человек', ${email}, ${left}, ${left})`.execute(tx)
        await sql`insert into role_grant (person_id, role, unit_id, granted_by, revoked_at)
          values (${id}, 'coordinator', ${units.ours}, ${ids.administrator}, ${left})`.execute(tx)
      })
      return id
    },
    noGrant: () =>
      system(tx =>
        sql`update role_grant set revoked_at = now()
          where person_id = ${ids.observer} and role = 'coordinator' and revoked_at is null`.execute(tx),
      ),
    async invitation(role: Role) {
      const answer = await world.send('POST', '/api/invitations', cookies[role], {
        email: `own-${++counter}@example.org`,
        name: 'Свой человек',
        role: 'coordinator',
        unitId: units.ours,
      })
      return (await told<{ invitation: { id: number } }>(answer)).invitation.id
    },
    async draft(role: Role) {
      const answer = await upload('/api/files', role, { name: 'свой.txt', content: `свой ${++counter}` })
      return (await told<{ id: number }>(answer)).id
    },
    /** A file that a record of the school holds, for whoever may read units. */
    async attached() {
      const answer = await upload('/api/files', 'head', { name: 'свой.txt', content: 'приложение' })
      const { id } = await told<{ id: number }>(answer)
      await system(tx =>
        sql`update stored_file set subject = 'unit', subject_id = ${String(units.ours)}, read_access = 'unit.read'
          where id = ${id}`.execute(tx),
      )
      return id
    },
    /** What an analysis keeps of itself. */
    async output(runId: number) {
      const answer = await upload('/api/files', 'analyst', { name: 'свой.txt', content: '{}' })
      const { id } = await told<{ id: number }>(answer)
      await system(tx =>
        sql`update stored_file set subject = 'screening_run', subject_id = ${String(runId)}, name = 'signals.json',
          read_access = 'run.start' where id = ${id}`.execute(tx),
      )
    },
    job: (role: Role) =>
      one(sql`insert into job (kind, unit_id, account_id, role, state, lease_until)
        select 'backup.make', unit_id, person_id, role, 'running', now() + interval '1 day'
        from role_grant where person_id = ${ids[role]} limit 1 returning id`),
    async backup() {
      const name = `objektiv-2026-01-01-${String(100_000 + ++counter)}.tar.gz`
      await mkdir(join(world.folder, 'backups'), { recursive: true })
      writeFileSync(join(world.folder, 'backups', name), 'копия')
      return name
    },
    campaign: (closed = false) =>
      one(sql`insert into campaign (unit_id, procedure, title, starts_on, ends_on, closed_at)
        values (1, 'ВПР', ${`своя ${++counter}`}, '2026-04-01', '2026-04-30', ${closed ? new Date() : null}) returning id`),
    /** An assessment of a campaign of its own. */
    async assessment(withdrawn = false) {
      const campaign = await this.campaign()
      const id =
        await one(sql`insert into assessment (campaign_id, unit_id, procedure, year, grade, subject, withdrawn_at)
        values (${campaign}, 1, 'ВПР', 2026, 5, ${`Свой предмет ${counter}`}, ${withdrawn ? new Date() : null}) returning id`)
      return { campaign, id }
    },
    batch: (role: Role, state = 'checked') =>
      one(sql`insert into import_batch (unit_id, campaign_id, file_name, sha256, bytes, state, store_id, procedure, year,
          grade, subject, works, schools, remarks, sent_by)
        select unit_id, ${campaignId}, 'свой протокол.xlsx', ${(++counter).toString(16).padStart(64, 'd')}, 5, ${state},
          ${`own-${++counter}`}, 'ВПР', 2026, 5, 'Свой предмет', 20, 1, 0, person_id
        from role_grant where person_id = ${ids[role]} limit 1 returning id`),
    /** A protocol that is sent and read as people do it: its works are there to be looked at. */
    async protocol(role: Role) {
      const rows = [1, 2, 3].map(code => row2021({ login: 'edu990001', code: ++counter * 10 + code }))
      const sent = await upload('/api/imports?kind=protocol', role, {
        name: 'Математика 4 класс 2021.xlsx',
        content: await protocolFile(rows),
      })
      const { id } = await told<{ id: number }>(sent)
      return vi.waitFor(
        async () => {
          const answer = await world.send('GET', `/api/imports/${id}`, cookies[role])
          const batch = await told<{ id: number; state: string; version: number }>(answer)
          if (batch.state !== 'checked') throw new Error(JSON.stringify(batch))
          return batch
        },
        { timeout: 60_000, interval: 100 },
      )
    },
    /** The unit at which somebody holds their role. */
    home,
    /** A plan of one measure at the home of a role. */
    async plan(role: Role, state: 'draft' | 'approved' = 'draft') {
      const unitId = await home(role)
      const id =
        await one(sql`insert into plan (unit_id, title, starts_on, ends_on, school, state, created_by)
          values (${unitId}, ${`Свой план ${++counter}`}, '2025-09-01', '2026-08-31', true, ${state}, 'system:test')
          returning id`)
      await system(tx =>
        sql`with measure as (insert into plan_measure (plan_id, unit_id, position, text, tasks_total)
            values (${id}, ${unitId}, 1, 'Своё мероприятие', 1) returning id)
          insert into measure_task (measure_id, unit_id, position) select id, ${unitId}, 1 from measure`.execute(
          tx,
        ),
      )
      return id
    },
    /** The same, approved through the service, so that it has a version. */
    async approvedPlan(role: Role) {
      const id = await this.plan(role)
      const approval = { post: null, person: null, date: null, number: null }
      await told(
        await world.send('POST', `/api/plans/${id}/approve`, cookies[role], { version: 1, approval }),
      )
      return id
    },
    /** Our school, once its portrait was sent. */
    async portrayed(runId: number) {
      const body = { run: runId, to: { units: [units.ours] } }
      await told(await world.send('POST', '/api/portraits/send', cookies.analyst, body))
      return units.ours
    },
    async remark() {
      const body = { about: { template: 1 }, section: null, text: `замечание ${++counter}` }
      const answer = await world.send('POST', '/api/portraits/remarks', cookies.head, body)
      return (await told<{ id: number }>(answer)).id
    },
    async archive(runId: number) {
      const body = { run: runId, formats: ['html'], levels: ['school'] }
      const answer = await world.send('POST', '/api/portraits/archives', cookies.analyst, body)
      return (await told<{ id: number }>(answer)).id
    },
    async madeArchive(runId: number) {
      const id = await this.archive(runId)
      return vi.waitFor(
        async () => {
          const answer = await world.send('GET', '/api/portraits/archives', cookies.analyst)
          const { items } = await told<{ items: { id: number; state: string }[] }>(answer)
          if (items.find(one => one.id === id)?.state !== 'done') throw new Error(JSON.stringify(items[0]))
          return id
        },
        { timeout: 60_000, interval: 100 },
      )
    },
    /** A signal of the school's, of a published run, in this state. */
    async signal(state: 'open' | 'asked' | 'replied' | 'closed', batchId?: number) {
      const runId = await run(`свой анализ ${++counter}`, true)
      if (batchId !== undefined)
        await system(tx => sql`insert into run_batch values (${runId}, ${batchId})`.execute(tx))
      await system(tx =>
        sql`insert into run_set (run_id, position, procedure, year, grade, subject, works, schools, facts)
          values (${runId}, 0, 'ВПР', 2021, 4, 'Математика', 20, 1, '{}')`.execute(tx),
      )
      const id =
        await one(sql`insert into signal (unit_id, run_id, source, set_position, year, grade, subject, channels, n,
          positions, published, state, due_on, outcome, asked_at, replied_at, closed_at)
        values (${units.ours}, ${runId}, 'official', 0, 2021, 4, 'Математика', '{high-mean}', 20, '{0}', true, ${state},
          ${state === 'asked' ? tomorrow(3) : null}, ${state === 'closed' ? 'cleared' : null},
          ${state === 'open' ? null : new Date()}, ${state === 'replied' ? new Date() : null},
          ${state === 'closed' ? new Date() : null}) returning id`)
      const sets = [
        { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика', works: 3 },
      ]
      const evidence = {
        ...NO_EVIDENCE,
        sets,
        school: { ...NO_EVIDENCE.school, login: 'edu990001', name: 'Школа № 1' },
      }
      await system(tx =>
        sql`insert into signal_evidence values (${id}, ${JSON.stringify(evidence)})`.execute(tx),
      )
      return id
    },
  }

  function version(table: string, id: string | number): Promise<number> {
    return system(async tx => {
      const { rows } = await sql<{ version: number }>`
        select version from ${sql.table(table)} where id = ${id}`.execute(tx)
      return rows[0].version
    })
  }
}

/** A day so many days from now. */
export function tomorrow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
