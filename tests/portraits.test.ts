import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromBuffer } from 'yauzl'
import { readSheets } from '../app/documents/spreadsheet/testing/read-sheets.ts'
import { createPeople } from '../app/features/accounts/index.ts'
import { sweepArchives } from '../app/features/portraits/index.ts'
import { forEachDatabase } from '../app/platform/database/testing/index.ts'
import { textOfAnswer } from './access/text-of-answer.ts'
import { type PlantedRuns, plantRuns } from './world/plant-runs.ts'
import { plantSign } from './world/plant-sign.ts'
import { cookiesOf, type Method, PASSWORD, startWorld, type World } from './world/start-world.ts'

/** What stands of the east in the run and nowhere else: its name, its login, its mean of four works. */
const OF_THE_EAST = /Школа № 2|Восточн|990002|9,50/
/** How the reply to the planted sign stands. */
const REPLY = /ждём до 15\s+июня\s+2099/
/** A name that is no file name, no formula and no markup. */
const HOSTILE = `=cmd|'/c calc'!A1 «Гимназия "им. <b>А. С. Пушкина</b>"» ../..\\etc: ${'очень длинное имя '.repeat(15)}`

forEachDatabase('portraits', open => {
  let world: World
  let runs: PlantedRuns
  let other: string
  let signId: number
  beforeAll(async () => {
    world = await startWorld(open)
    runs = await plantRuns(world.database, world)
    // Before anything is sent: what was sent stays as it was.
    signId = await world.database.asSystem('system:test', tx =>
      plantSign(tx, runs.published, world.units.ours),
    )
    // Another analyst, for what two do at once.
    await createPeople(world.database, [
      {
        name: 'Вторая',
        email: 'second@example.org',
        password: PASSWORD,
        grants: [{ role: 'analyst', unitId: 1 }],
      },
    ])
    const asked = { email: 'second@example.org', password: PASSWORD }
    other = cookiesOf(await world.send('POST', '/api/sign-in', null, asked))
  })
  afterAll(() => world?.stop())

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
  const call = async (method: Method, url: string, who: string, body?: unknown): Promise<any> => {
    const answer = await world.send(method, url, who, body)
    const said = await answer.text()
    expect({ url, status: answer.status, said: answer.ok ? '' : said }).toEqual({
      url,
      status: 200,
      said: '',
    })
    return JSON.parse(said)
  }
  const status = async (method: Method, url: string, who: string, body?: unknown) =>
    (await world.send(method, url, who, body)).status
  const ofOurs = (run = runs.published) => `/api/portraits/${run}/${world.units.ours}`
  const told = async (who: string, kind: string) =>
    (await call('GET', '/api/notices?limit=200', who)).items.filter(
      (one: { kind: string }) => one.kind === kind,
    )
  const sendOurs = () =>
    call('POST', '/api/portraits/send', world.cookies.analyst, {
      run: runs.published,
      to: { units: [world.units.ours] },
    })

  it('are read below the region once they were sent, and of a draft by the analyst alone', async () => {
    const { cookies, units } = world
    for (const who of ['head', 'coordinator', 'municipality', 'methodist'] as const)
      expect({ who, status: await status('GET', ofOurs(), cookies[who]) }).toEqual({ who, status: 404 })
    for (const who of ['analyst', 'ministry', 'institute'] as const)
      expect({ who, status: await status('GET', ofOurs(), cookies[who]) }).toEqual({ who, status: 200 })
    expect(await status('GET', ofOurs(runs.draft), cookies.analyst)).toBe(200)
    expect(await status('GET', ofOurs(runs.draft), cookies.ministry)).toBe(404)
    const draft = { run: runs.draft, to: { units: [units.ours] } }
    const refused = await world.send('POST', '/api/portraits/send', cookies.analyst, draft)
    expect((await refused.json()) as object).toMatchObject({ code: 'portrait-run-unpublished' })
    const region = { run: runs.published, to: { units: [units.region] } }
    expect(await status('POST', '/api/portraits/send', cookies.analyst, region)).toBe(422)

    expect(await sendOurs()).toEqual({ sent: 1, before: 0 })
    expect(await sendOurs()).toEqual({ sent: 0, before: 1 })
    for (const who of ['head', 'coordinator', 'municipality', 'methodist'] as const)
      expect({ who, status: await status('GET', ofOurs(), cookies[who]) }).toEqual({ who, status: 200 })
    expect(await told(cookies.head, 'portrait-sent')).toEqual([
      expect.objectContaining({
        text: 'Вам отправлен портрет: Школа № 1. Анализ «Анализ весны».',
        link: `/portraits/${runs.published}/${units.ours}`,
      }),
    ])
    expect(await told(cookies.municipality, 'portrait-sent-below')).toHaveLength(1)
  })

  it('tell a school nothing of another: no name, no login, no number', async () => {
    await sendOurs()
    const { cookies, units } = world
    for (const who of ['head', 'municipality'] as const) {
      const page = await call('GET', ofOurs(), cookies[who])
      expect(page.report.title).toBe('Школа № 1')
      expect(JSON.stringify(page)).not.toMatch(OF_THE_EAST)
      for (const format of ['html', 'docx', 'xlsx']) {
        const file = await world.send('GET', `${ofOurs()}/file?format=${format}`, cookies[who])
        expect({ format, status: file.status }).toEqual({ format, status: 200 })
        expect(await textOfAnswer(file)).not.toMatch(OF_THE_EAST)
      }
      const list = await call('GET', `/api/portraits?run=${runs.published}`, cookies[who])
      expect(JSON.stringify(list)).not.toMatch(OF_THE_EAST)
      const saved = await world.send(
        'GET',
        `/api/portraits/export.xlsx?run=${runs.published}&sent=yes`,
        cookies[who],
      )
      const { Параметры: parameters, Портреты: rows } = await readSheets(
        Buffer.from(await saved.arrayBuffer()),
      )
      expect(rows.slice(1).map(([, unit, level, sent]) => [unit, level, sent])).toEqual(
        list.items
          .filter((one: { sent: object | null }) => one.sent)
          .map((one: { unit: { name: string } }) => [one.unit.name, expect.any(String), 'отправлен']),
      )
      expect(rows.flat()).toContain('Школа № 1')
      expect(parameters.slice(-3)).toEqual([
        ['Отправка', 'отправлен'],
        ['Строк выбрано', rows.length - 1],
        ['Строк записано', rows.length - 1],
      ])
      for (const unit of [units.theirs, units.east, units.region])
        for (const url of [
          `/api/portraits/${runs.published}/${unit}`,
          `/api/portraits/${runs.published}/${unit}/file?format=pdf`,
        ])
          expect({ url, status: await status('GET', url, cookies[who]) }).toEqual({ url, status: 404 })
    }
    // The words are there to be found.
    const theirs = await call('GET', `/api/portraits/${runs.published}/${units.theirs}`, cookies.analyst)
    expect(JSON.stringify(theirs)).toMatch(/Школа № 2/)
    expect(JSON.stringify(theirs)).toMatch(/9,50/)
    // Four works: the ministry reads of the school, and not its number.
    const outside = await call('GET', `/api/portraits/${runs.published}/${units.theirs}`, cookies.ministry)
    expect(JSON.stringify(outside)).not.toMatch(/9,50/)
  })

  it('are the same for the analyst and the school, and every saving is in the log', async () => {
    await sendOurs()
    const { cookies } = world
    const [one, two] = [
      await call('GET', ofOurs(), cookies.analyst),
      await call('GET', ofOurs(), cookies.head),
    ]
    expect(two.report).toEqual(one.report)
    const notable = await call('GET', `${ofOurs()}?notable=yes`, cookies.head)
    const areas = ({ report }: typeof one) =>
      JSON.stringify(report.sections.find(({ id }: { id: string }) => id === 'areas'))
    expect(areas(one)).toContain('"quiet"')
    // Nothing but that there is nothing to look at.
    expect(areas(notable).replace(/[^{]*Ничего, что требовало бы внимания[^}]*/, '')).not.toContain('"quiet"')
    const pdf = await world.send('GET', `${ofOurs()}/file?format=pdf`, cookies.head)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const log = await call('GET', '/api/audit?subject=portrait_file&limit=50', cookies.analyst)
    expect(log.items[0]).toMatchObject({ who: 'Человек head' })
    expect(log.items[0].sentence).toContain('Вид файла: PDF')
  })

  it('have a template whose versions say what changed; of two that are made at once one stands', async () => {
    await sendOurs()
    const { cookies } = world
    const { current } = await call('GET', '/api/portraits/template', cookies.head)
    const make = (who: string, off: string[]) =>
      status('POST', '/api/portraits/template', who, { basedOn: current, off, changes: `Без: ${off}` })
    expect(await make(cookies.analyst, ['header'])).toBe(422)
    expect(await make(cookies.head, ['tasks'])).toBe(403)
    const made = await Promise.all([make(cookies.analyst, ['tasks']), make(other, ['marks'])])
    expect(made.sort()).toEqual([200, 409])
    const { versions } = await call('GET', '/api/portraits/template', cookies.head)
    const [{ off, switchedOff, switchedOn, changes }] = versions
    expect(versions[0].number).toBe(current + 1)
    expect({ switchedOff, switchedOn, changes }).toEqual({
      switchedOff: off,
      switchedOn: [],
      changes: `Без: ${off}`,
    })
    // What was sent stays as it was sent; sent again, it is of the new version.
    const sections = async (who: string) =>
      (await call('GET', ofOurs(), who)).report.sections.map(({ id }: { id: string }) => id)
    expect(await sections(cookies.head)).toContain(off[0])
    expect(await sendOurs()).toEqual({ sent: 1, before: 0 })
    expect(await sections(cookies.head)).not.toContain(off[0])
  })

  it('are remarked on by their schools, answered with a reason, of two answers at once one stands', async () => {
    await sendOurs()
    const { cookies, stranger, units } = world
    const { sent } = await call('GET', ofOurs(), cookies.head)
    const remark = await call('POST', '/api/portraits/remarks', cookies.head, {
      about: { portrait: sent.id },
      section: 'tasks',
      text: 'Задание 3 мы <b>не проходили</b>.',
    })
    expect(remark).toMatchObject({ state: 'open', unit: { id: units.ours }, version: 1, answer: null })
    expect(
      await status('POST', '/api/portraits/remarks', cookies.ministry, {
        about: { template: 1 },
        section: null,
        text: 'х',
      }),
    ).toBe(403)
    const answer = (who: string, state: string) =>
      status('POST', `/api/portraits/remarks/${remark.id}/answer`, who, {
        ...{ version: 1, state },
        answer: `Решено: ${state}`,
      })
    expect(await answer(cookies.head, 'accepted')).toBe(403)
    const answers = await Promise.all([answer(cookies.analyst, 'accepted'), answer(other, 'declined')])
    expect(answers.sort()).toEqual([200, 409])
    const list = async (who: string) =>
      (await call('GET', '/api/portraits/remarks?about=portrait', who)).items.map(
        ({ id }: { id: number }) => id,
      )
    for (const who of ['head', 'municipality', 'analyst', 'ministry'] as const)
      expect({ who, found: await list(cookies[who]) }).toEqual({ who, found: [remark.id] })
    expect(await list(stranger.cookie)).toEqual([])
    expect(await told(cookies.head, 'portrait-answered')).toHaveLength(1)
    const [known] = (await call('GET', '/api/portraits/remarks?q=проходили', cookies.head)).items
    expect(known.version).toBe(2)
    for (const url of ['export.xlsx', 'summary.docx']) {
      const text = await textOfAnswer(
        await world.send('GET', `/api/portraits/remarks/${url}`, cookies.analyst),
      )
      expect(text).toContain('Задание 3 мы &lt;b&gt;не проходили&lt;/b&gt;.')
      expect(text).toContain(known.answer)
      const none = await textOfAnswer(
        await world.send('GET', `/api/portraits/remarks/${url}`, stranger.cookie),
      )
      expect(none).not.toContain('проходили')
    }
  })

  it('say of each sign how its reply stands: on the page, on paper, in a spreadsheet', async () => {
    const { cookies, units } = world
    await sendOurs()
    const page = await call('GET', ofOurs(), cookies.head)
    expect(JSON.stringify(page.report)).toMatch(REPLY)
    for (const format of ['html', 'docx', 'xlsx'])
      for (const unit of [units.ours, units.west, units.region]) {
        const url = `/api/portraits/${runs.published}/${unit}/file?format=${format}`
        expect(await textOfAnswer(await world.send('GET', url, cookies.analyst)), url).toMatch(REPLY)
      }
  })

  it('stay as they were sent, and show how it stands now where anything has changed', async () => {
    const { cookies, units, database } = world
    await sendOurs()
    const readers = ['head', 'municipality', 'analyst'] as const
    const before = new Map()
    for (const who of readers) before.set(who, await call('GET', ofOurs(), cookies[who]))
    const [{ now, changed, sent }] = before.values()
    expect({ now, changed }).toEqual({ now: false, changed: false })
    expect(sent.stood).toMatch(/^\d{4}-\d\d-\d\d$/)
    const renamed = 'Переименованный район'
    await database.asSystem('system:test', async tx => {
      await sql`update signal set state = 'closed', outcome = 'cleared', due_on = null, replied_at = now()
        where id = ${signId}`.execute(tx)
      await sql`update unit set name = ${renamed} where id = ${units.west}`.execute(tx)
      const { rows } = await sql<{ id: number }>`
        insert into plan (unit_id, title, starts_on, ends_on, school, state, created_by)
        values (${units.ours}, 'План', '2025-09-01', '2026-08-31', true, 'approved', 'system:test') returning id`.execute(
        tx,
      )
      await sql`insert into plan_measure (plan_id, unit_id, position, text, signal_id, due_on, tasks_total)
        values (${rows[0].id}, ${units.ours}, 1, 'Перепроверить работы', ${signId}, '2020-01-01', 1)`.execute(
        tx,
      )
    })
    for (const who of readers) {
      const { report, changed, now } = await call('GET', ofOurs(), cookies[who])
      expect({ who, changed, now }).toEqual({ who, changed: true, now: false })
      expect({ who, report }).toEqual({ who, report: before.get(who).report })
      const later = await call('GET', `${ofOurs()}?now=yes`, cookies[who])
      const text = JSON.stringify(later.report).replaceAll('\u00a0', ' ')
      expect(later.now).toBe(true)
      expect(text).not.toMatch(REPLY)
      for (const word of ['снято после пояснения', renamed, 'Перепроверить работы', 'не начата, срок прошёл'])
        expect({ who, word, told: text.includes(word) }).toEqual({ who, word, told: true })
    }
    for (const format of ['html', 'docx', 'xlsx']) {
      const url = `${ofOurs()}/file?format=${format}`
      const sent = await textOfAnswer(await world.send('GET', url, cookies.head))
      expect(sent).toMatch(REPLY)
      expect(sent).not.toContain('Перепроверить работы')
      expect(await textOfAnswer(await world.send('GET', `${url}&now=yes`, cookies.head))).toContain(
        'Перепроверить работы',
      )
    }
    await database.asSystem('system:test', async tx => {
      await sql`delete from plan_measure where signal_id = ${signId}`.execute(tx)
      await sql`update signal set state = 'asked', outcome = null, due_on = '2099-06-15', replied_at = null
        where id = ${signId}`.execute(tx)
    })
  })

  it('are made for a whole region as one archive with a manifest, whatever units are called', async () => {
    const { cookies, units, database } = world
    await database.asSystem('system:test', async tx => {
      await sql`update unit set name = ${HOSTILE} where id = ${units.ours}`.execute(tx)
      await sql`update run_school set name = ${HOSTILE} where unit_id = ${units.ours}`.execute(tx)
      // Two municipalities of one name: neither takes the other's schools.
      await sql`update unit set name = 'Западный район' where id = ${units.east}`.execute(tx)
    })
    const file = await world.send('GET', `${ofOurs()}/file?format=html`, cookies.analyst)
    expect(file.headers.get('content-disposition')).not.toMatch(/[\r\n]|\.\.\/|%2F/)
    expect(await file.text()).not.toContain('<b>А. С.')

    const asked = await call('POST', '/api/portraits/archives', cookies.analyst, {
      ...{ run: runs.published, formats: ['html', 'xlsx'] },
      levels: ['region', 'municipality', 'school'],
    })
    expect(await status('GET', `/api/portraits/archives/${asked.id}/content`, cookies.ministry)).toBe(403)
    const done = await vi.waitFor(
      async () => {
        const { items } = await call('GET', '/api/portraits/archives', other)
        const found = items.find(({ id }: { id: number }) => id === asked.id)
        if (found.progress) throw new Error(JSON.stringify(found))
        return found
      },
      { timeout: 60_000, interval: 200 },
    )
    expect(done).toMatchObject({ state: 'done', files: 10, problems: [] })
    const answer = await world.send('GET', `/api/portraits/archives/${asked.id}/content`, other)
    const members = await membersOf(Buffer.from(await answer.arrayBuffer()))
    const names = [...members.keys()]
    expect(names).toHaveLength(12)
    // The school, its municipality, the region: whoever names the sign says how its reply stands.
    const told = names.filter(name => name.endsWith('.html') && REPLY.test(members.get(name)!.toString()))
    expect(told).toHaveLength(3)
    for (const name of names) {
      expect(name).not.toMatch(/(^|\/)\.\.?(\/|$)|\\|^\/|[<>:"|?*]/)
      expect(name.length).toBeLessThan(200)
    }
    const manifest = JSON.parse(members.get('manifest.json')!.toString())
    expect(manifest).toMatchObject({ selected: 10, written: 10, run: { id: runs.published } })
    expect(manifest.files.map((one: { file: string }) => one.file).sort()).toEqual(
      names.filter(name => name.includes('.html') || name.includes('.xlsx')).sort(),
    )
    const { createHash } = await import('node:crypto')
    for (const { file, sha256, rows, bytes } of manifest.files) {
      const content = members.get(file)!
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      expect(content.byteLength).toBe(bytes)
      expect(rows).toBeGreaterThan(0)
    }
    expect(members.get('Опись.csv')!.toString()).toContain('Файлов записано;;10;;')
    await database.asSystem('system:test', tx =>
      sql`update portrait_archive set expires_at = now() - interval '1 day' where id = ${asked.id}`.execute(
        tx,
      ),
    )
  })

  it('called off leave no archive to be saved', async () => {
    const { cookies } = world
    const asked = await call('POST', '/api/portraits/archives', cookies.analyst, {
      ...{ run: runs.published, formats: ['pdf'], levels: ['school'] },
    })
    await call('POST', `/api/portraits/archives/${asked.id}/cancel`, cookies.analyst)
    // What was being made is ended first.
    await vi.waitFor(async () => {
      const archives = await call('GET', '/api/portraits/archives', cookies.analyst)
      expect(JSON.stringify(archives)).toContain('"cancelled"')
    })
    const again = await world.send('POST', `/api/portraits/archives/${asked.id}/cancel`, cookies.analyst)
    expect((await again.json()) as object).toMatchObject({ code: 'portrait-archive-ended' })
    const content = await world.send('GET', `/api/portraits/archives/${asked.id}/content`, cookies.analyst)
    expect((await content.json()) as object).toMatchObject({ code: 'portrait-archive-gone' })
  })

  it('whose work failed for good say so in words, and can be asked for again', async () => {
    const { cookies, units, database, folder } = world
    const id = await database.asSystem('system:test', async tx => {
      const { rows } = await sql<{ id: number }>`with dead as (
          insert into job (unit_id, account_id, kind, state, params, attempts, problems, finished_at)
          values (${units.region}, ${world.ids.analyst}, 'portraits.make', 'failed', '{}', 5, '[{"code":"job-fault","params":{"id":1}}]', now()) returning id)
        insert into portrait_archive (unit_id, run_id, template, day, locale, formats, levels, state, job_id, created_by)
        select ${units.region}, ${runs.published}, 1, '2026-11-22', 'ru', '{html}', '{school}', 'running', id,
          ${world.ids.analyst} from dead returning id`.execute(tx)
      return rows[0].id
    })
    const clock = () => new Date()
    const { job } = sweepArchives({ database, dataFolder: folder, clock })
    await job.run({}, undefined as never)
    const { items } = await call('GET', '/api/portraits/archives', cookies.analyst)
    const failed = items.find((one: { id: number }) => one.id === id)
    expect(failed).toMatchObject({ state: 'failed', progress: null })
    expect(failed.problems[0].text).not.toBe('')
    const again = { run: runs.published, formats: ['html'], levels: ['municipality'] }
    const asked = await call('POST', '/api/portraits/archives', cookies.analyst, again)
    await vi.waitFor(
      async () => {
        const archives = await call('GET', '/api/portraits/archives', cookies.analyst)
        expect(archives.items.find((one: { id: number }) => one.id === asked.id).state).toBe('done')
      },
      { timeout: 60_000, interval: 200 },
    )
  })
})

/** Files of a zip archive, by name. */
function membersOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, archive) => {
      if (error || !archive) return reject(error)
      const found = new Map<string, Buffer>()
      archive.on('entry', entry =>
        archive.openReadStream(entry, async (failure, stream) => {
          if (failure || !stream) return reject(failure)
          found.set(entry.fileName, await buffer(stream))
          archive.readEntry()
        }),
      )
      archive.on('end', () => resolve(found))
      archive.on('error', reject)
      archive.readEntry()
    })
  })
}
