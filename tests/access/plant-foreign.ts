import { sql } from 'kysely'
import type { World } from '../world/start-world.ts'
import type { Foreign } from './calls.ts'

export const NO_EVIDENCE = {
  format: 1,
  school: { login: 'edu990002', name: 'Школа № 2', kind: null, locality: null },
  findings: [],
  sets: [],
  detection: null,
  record: {
    method: 'method-2019',
    version: '1',
    parameters: {},
    dataHash: 'a',
    createdAt: '2026-06-01T09:00:00Z',
  },
}

export const SETTINGS = JSON.stringify({
  notAttempted: 'zero',
  notTaught: 'leave-maximum',
  budget: 1,
  batches: null,
})

/** What a registry would change that is as the territory is. */
const NOTHING_NEW = JSON.stringify({
  rows: 1,
  newMunicipalities: [],
  newSchools: [],
  changed: [],
  missing: [],
  unchanged: 1,
})

/** Records of the east for the tests to knock at: made through the service where it can, in the database where not. */
export async function plantForeign({ send, database, cookies, stranger, units }: World): Promise<Foreign> {
  const invited = await send('POST', '/api/invitations', cookies.administrator, {
    email: 'east@example.org',
    name: 'Восточный человек',
    role: 'coordinator',
    unitId: units.theirs,
  })
  if (invited.status !== 200) throw new Error(await invited.text())
  const { invitation } = (await invited.json()) as { invitation: { id: number } }
  return database.asSystem('system:test', async tx => {
    const one = async (query: ReturnType<typeof sql<{ id: number }>>) => (await query.execute(tx)).rows[0].id
    const { rows } = await sql<{ id: string }>`
      select id from auth.session where user_id = ${stranger.id}`.execute(tx)
    const campaignId = await one(sql`insert into campaign (unit_id, procedure, title, starts_on, ends_on)
        values (${units.east}, 'ВПР', 'чужая кампания', '2026-04-01', '2026-04-30') returning id`)
    const assessmentId =
      await one(sql`insert into assessment (campaign_id, unit_id, procedure, year, grade, subject)
        values (${campaignId}, ${units.east}, 'ВПР', 2026, 5, 'Чужой предмет') returning id`)
    const paper = {
      ...{ procedure: 'ВПР', year: 2026, grade: 5, subject: 'Чужой предмет' },
      ...{ version: null, max_primary: 5, bands: null, tasks: null, source: 'чужой источник' },
    }
    await sql`insert into specification (unit_id, procedure, year, grade, subject, revision, content, source)
      values (${units.east}, 'ВПР', 2026, 5, 'Чужой предмет', 1, ${JSON.stringify(paper)}, 'чужой источник')`.execute(
      tx,
    )
    const runId =
      await one(sql`insert into screening_run (unit_id, title, state, settings, created_by, published_at)
        values (${units.east}, 'чужой анализ', 'done', ${SETTINGS}, 'system:test', now()) returning id`)
    await sql`insert into run_set (run_id, position, procedure, year, grade, subject, works, schools, facts)
      values (${runId}, 0, 'ВПР', 2026, 5, 'Чужой предмет', 20, 1, '{}')`.execute(tx)
    await sql`insert into run_school_set (run_id, position, unit_id, digits, n, marked, distribution)
      values (${runId}, 0, ${units.theirs}, '990002', 20, true, '{20}')`.execute(tx)
    await sql`insert into run_school (run_id, unit_id, digits, login, registered, flagged)
      values (${runId}, ${units.theirs}, '990002', 'edu990002', true, true)`.execute(tx)
    await sql`insert into run_index (run_id, unit_id, year, signs, schools, marked)
      values (${runId}, ${units.east}, 2026, 1, 1, 1)`.execute(tx)
    const signalId =
      await one(sql`insert into signal (unit_id, run_id, source, set_position, year, grade, subject, channels,
          n, positions, published)
        values (${units.theirs}, ${runId}, 'official', 0, 2026, 5, 'Чужой предмет', '{high-mean}', 20, '{0}', true) returning id`)
    await sql`insert into signal_evidence values (${signalId}, ${JSON.stringify(NO_EVIDENCE)})`.execute(tx)
    const federalListId = await one(sql`insert into federal_list (unit_id, file_name, sha256, state, rows)
      values (${units.east}, 'чужой перечень.xlsx', repeat('b', 64), 'accepted', '[]') returning id`)
    // Of the region, where a real list belongs: the west may know that there is one, and not whom it names.
    await sql`insert into federal_list_year (list_id, unit_id, year) values (${federalListId}, 1, 2021)`.execute(
      tx,
    )
    await sql`insert into federal_list_entry (list_id, unit_id, year, login, markers)
      values (${federalListId}, ${units.theirs}, 2021, 'edu990002', '{4 РУ}')`.execute(tx)
    const batchId =
      await one(sql`insert into import_batch (unit_id, campaign_id, file_name, sha256, bytes, state, store_id,
          procedure, year, grade, subject, works, schools, remarks, sent_by)
        values (${units.theirs}, ${campaignId}, 'чужой протокол.xlsx', repeat('c', 64), 5, 'checked', 'none',
          'ВПР', 2026, 5, 'Чужой предмет', 20, 1, 0, ${stranger.id}) returning id`)
    await sql`insert into batch_school (batch_id, unit_id, digits, login, known, rows, works, absent, procedure,
        year, grade, subject, sent_at)
      values (${batchId}, ${units.theirs}, '990002', 'edu990002', true, 20, 20, 0, 'ВПР', 2026, 5,
        'Чужой предмет', now())`.execute(tx)
    await sql`insert into assessment_unit (assessment_id, unit_id, takes_part) values (${assessmentId}, ${units.theirs}, false)`.execute(
      tx,
    )
    await sql`insert into run_batch (run_id, batch_id) values (${runId}, ${batchId})`.execute(tx)
    await sql`insert into signal_step (signal_id, unit_id, kind, state_after, text)
      values (${signalId}, ${units.theirs}, 'opened', 'new', 'чужой шаг')`.execute(tx)
    await sql`insert into unit_alias (unit_id, kind, value, valid_to)
      values (${units.theirs}, 'former-name', 'Восточная прежняя', '2024-08-31')`.execute(tx)
    await sql`insert into portrait_template (unit_id, number, changes, created_by)
      values (${units.east}, 2, 'чужой шаблон', 'system:test')`.execute(tx)
    await sql`insert into portrait_tree (unit_id, run_id, hash, body)
      values (${units.east}, ${runId}, 'чужое дерево', '{}')`.execute(tx)
    const portraitId = await one(sql`insert into portrait (unit_id, run_id, template, day, sent_by)
      values (${units.theirs}, ${runId}, 1, '2026-06-01', 'system:test') returning id`)
    const remarkId =
      await one(sql`insert into portrait_remark (unit_id, template, portrait_id, text, created_by)
      values (${units.theirs}, 1, ${portraitId}, 'чужое замечание', ${stranger.id}) returning id`)
    const archiveId =
      await one(sql`insert into portrait_archive (unit_id, run_id, template, day, locale, formats, levels, created_by)
        values (${units.east}, ${runId}, 1, '2026-06-01', 'ru', '{pdf}', '{school}', 'system:test') returning id`)
    const plan = (title: string, state: string) =>
      one(sql`insert into plan (unit_id, title, starts_on, ends_on, school, state, created_by)
        values (${units.theirs}, ${title}, '2025-09-01', '2026-08-31', true, ${state}, 'system:test') returning id`)
    const planId = await plan('чужой план', 'approved')
    const draftPlanId = await plan('чужой проект плана', 'draft')
    const measureId = await one(sql`insert into plan_measure (plan_id, unit_id, position, text, tasks_total)
      values (${planId}, ${units.theirs}, 1, 'чужое мероприятие', 1) returning id`)
    const taskId = await one(sql`insert into measure_task (measure_id, unit_id, position)
      values (${measureId}, ${units.theirs}, 1) returning id`)
    const stepId =
      await one(sql`insert into measure_step (measure_id, task_id, unit_id, kind, text, account_id)
      values (${measureId}, ${taskId}, ${units.theirs}, 'commented', 'чужой комментарий', ${stranger.id}) returning id`)
    await sql`insert into evidence (measure_id, task_id, step_id, unit_id, kind, title)
      values (${measureId}, ${taskId}, ${stepId}, ${units.theirs}, 'order', 'чужой приказ')`.execute(tx)
    await sql`insert into plan_version (plan_id, unit_id, number, body, approved_by)
      values (${planId}, ${units.theirs}, 1, '{}', ${stranger.id})`.execute(tx)
    await sql`insert into plan_publication (plan_id, unit_id, token, version_number, body, with_names, published_by)
      values (${planId}, ${units.theirs}, 'an-address-of-the-east-alone', 1, '{}', false, ${stranger.id})`.execute(
      tx,
    )
    await sql`insert into plan_dispatch (plan_id, unit_id, kind, waiting, total, reached)
      values (${planId}, ${units.theirs}, 'copies', ${[units.theirs]}::integer[], 1, 0)`.execute(tx)
    await sql`insert into calendar_feed (unit_id, account_id, grant_role, token_hash)
      values (${units.theirs}, ${stranger.id}, 'head', repeat('f', 64))`.execute(tx)
    return {
      ...{ planId, draftPlanId, measureId },
      ...{ portraitId, remarkId, archiveId },
      batchId,
      federalListId,
      signalId,
      runId,
      campaignId,
      assessmentId,
      invitationId: invitation.id,
      sessionId: rows[0].id,
      tokenId: await one(sql`insert into api_token
        (unit_id, person_id, grant_id, name, token_hash, rights, expires_at)
        values (${units.theirs}, ${stranger.id}, ${stranger.grantId}, 'чужой', 'x', '{unit.read}', now() + '1 day')
        returning id`),
      fileId: await one(sql`insert into stored_file (unit_id, hash, size, media_type, name, created_by)
        values (${units.theirs}, repeat('a', 64), 5, 'text/plain', 'чужой.txt', ${stranger.id}) returning id`),
      jobId: await one(sql`insert into job (unit_id, kind, account_id, role)
        values (${units.theirs}, 'test.job', ${stranger.id}, 'head') returning id`),
      importId:
        await one(sql`insert into registry_import (unit_id, file_name, sha256, checked_by, problems, remarks, plan)
        values (${units.theirs}, 'чужой.xlsx', repeat('a', 64), ${stranger.id}, '[]', '[]', ${NOTHING_NEW}) returning id`),
      noticeId: await one(sql`insert into notice (unit_id, account_id, kind)
        values (${units.theirs}, ${stranger.id}, 'returned') returning id`),
    }
  })
}
