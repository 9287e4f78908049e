import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { officialMethods, ownMethods } from '@objektiv/forensics'
import { describe, expect, it } from 'vitest'
import { hasMessage, type Locale } from '../../messages/format.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
import { RIGHTS, ROLES } from '../accounts/index.ts'
import { mentionedIn, type Wordable, wordAction, wordChanges, wordSentence } from './word-entry.ts'

const LOCALES: readonly Locale[] = ['ru', 'en']
const names = { units: new Map([[5, 'Школа № 2']]), people: new Map([['p1', 'Мария Петрова']]) }
const changed = (before: Record<string, unknown>, after: Record<string, unknown>, subject = 'unit') =>
  wordChanges('ru', { subject, action: 'changed', before, after }, names).map(one => [
    one.label,
    one.before,
    one.after,
  ])

describe('a line of the log', () => {
  it('is a sentence', () => {
    const entry = {
      subject: 'unit',
      action: 'unit.renamed',
      before: { name: 'Школа 1' },
      after: { name: 'Школа № 1' },
    }
    expect(wordSentence('ru', wordAction('ru', entry), wordChanges('ru', entry, names))).toBe(
      'Переименование. Название: «Школа 1» → «Школа № 1».',
    )
  })

  it('names units and people, dates and choices, and hides secrets', () => {
    expect(
      changed({ successor_id: null, valid_to: null }, { successor_id: 5, valid_to: '2026-08-31' }),
    ).toEqual([
      ['преемник', null, 'Школа № 2'],
      ['последний день', null, '31 августа 2026 г.'],
    ])
    expect(changed({ parent_id: 5 }, { parent_id: 77 })).toEqual([
      ['входит в', 'Школа № 2', 'вне вашей территории'],
    ])
    expect(changed({}, { grant_role: 'head' }, 'calendar_feed')).toEqual([
      ['роль', null, 'Руководитель школы'],
    ])
    expect(changed({ tags: ['а', 'б'], kind: 'school' }, { tags: [], kind: 'class' })).toEqual([
      ['пометки', 'а, б', null],
    ])
    expect(changed({}, { invited_by: 'p1', token_hash: '•' }, 'invitation')).toEqual([
      ['кем приглашён', null, 'Мария Петрова'],
      ['секрет ссылки или ключа', null, 'скрыто'],
    ])
  })

  it('says of a value that may not be shown only that it changed', () => {
    const entry = {
      subject: 'registry_import',
      action: 'changed',
      before: { state: 'checked', plan: '•', done: null },
      after: { state: 'committed', plan: '•', done: '•' },
    }
    const sentence = wordSentence('ru', 'Принято', wordChanges('ru', entry, names))
    expect(sentence).toContain('изменено, не показывается')
    expect(sentence).toContain('проверено → принято')
    expect(sentence).not.toContain('скрыто» →')
  })

  it('reads aloud', () => {
    const line = (subject: string, action: string, before: Wordable['before'], after: Wordable['after']) => {
      const entry = { subject, action, before, after }
      return wordSentence('ru', wordAction('ru', entry), wordChanges('ru', entry, names))
    }
    expect(line('unit', 'unit.created', null, { kind: 'school', name: 'Лицей', school_year: 2024 })).toBe(
      'Внесена школа. Название: «Лицей»; учебный год: 2024/25.',
    )
    expect(line('role_grant', 'role.granted', null, { person_id: 'p1', role: 'analyst', unit_id: 5 })).toBe(
      'Дана роль. Кому: Мария Петрова; роль: Аналитик РЦОКО; где: Школа № 2.',
    )
    expect(line('person', 'signed-in', null, { by: 'password' })).toBe('Вход. Способ: по паролю.')
    expect(line('registry', 'read', null, { rows: 200 })).toBe(
      'Просмотр или выгрузка — реестр школ. Строк: 200.',
    )
    expect(line('api_token', 'created', null, { name: 'Сводка', rights: ['unit.read'], grant_id: 1 })).toBe(
      'Новая запись — ключ для программы. Название: «Сводка»; права: видеть школы и муниципалитеты и находить их поиском.',
    )
    expect(
      line('registry_import', 'created', null, {
        sha256: 'ab'.repeat(32),
        problems: '•',
        file_name: 'школы.xlsx',
      }),
    ).toBe('Новая запись — загрузка реестра. Файл: «школы.xlsx».')
    const file = { name: 'report.html', subject: 'screening_run', subject_id: '1', read_access: 'run.start' }
    expect(line('stored_file', 'created', null, { ...file, media_type: 'text/html', size: 10 })).toBe(
      'Новая запись — файл. Название: «report.html»; к чему относится: анализ; читают те, кто вправе: запускать анализ, сравнивать и публиковать его; размер в байтах: 10.',
    )
    expect(line('backup', 'installation.restored', null, { tokens: 2 })).toMatch(
      /^Восстановление из резервной копии\. .*2\.$/,
    )
    // A line that an act wrote about something else says what that is.
    expect(line('unit', 'registry.committed', null, { kind: 'school', name: 'Лицей' })).toBe(
      'Новая запись — школа (принята загрузка реестра). Название: «Лицей».',
    )
    expect(line('unit_alias', 'unit.renamed', null, { kind: 'former-name', value: 'Школа 1' })).toBe(
      'Новая запись — прежнее название или логин (переименование). Что это: прежнее название; как записано: «Школа 1».',
    )
  })

  it('tells what ended with a restored copy apart from the copy', () => {
    const before = { revoked_at: null }
    const entry = {
      subject: 'api_token',
      action: 'installation.restored',
      before,
      after: { revoked_at: '•' },
    }
    expect(wordAction('ru', entry)).toBe('Изменение — ключ для программы (восстановление из резервной копии)')
  })

  it('asks for the names of what it mentions', () => {
    const entry = {
      subject: 'unit',
      action: 'changed',
      before: { parent_id: 3 },
      after: { parent_id: 4, granted_by: 'p' },
    }
    expect(mentionedIn(entry)).toEqual({ units: [3, 4], people: ['p'] })
  })
})

describe('a line of the log, read by people,', () => {
  const AT = new Date('2026-11-22T09:00:00Z')
  const told = (line: Omit<Wordable, 'account_id' | 'at'>) => {
    const entry = { ...line, account_id: 'p1', at: AT }
    return wordSentence('ru', wordAction('ru', entry), wordChanges('ru', entry, names))
  }

  it('of a step of a sign says what was done, once', () => {
    const step = {
      ...{ id: 7, signal_id: 125, unit_id: 5, at: AT.toISOString(), account_id: 'p1', role: 'analyst' },
      ...{ kind: 'asked', state_before: 'open', state_after: 'asked', late: false, causes: [] },
    }
    const after = { ...step, due_on: '2026-12-01', text: 'Просим пояснить.' }
    expect(told({ subject: 'signal_step', action: 'signal.asked', before: null, after })).toBe(
      'Запрошено пояснение. Срок: 1 декабря 2026 г.; текст: «Просим пояснить.».',
    )
    expect(
      told({
        ...{ subject: 'signal', action: 'signal.asked' },
        before: { state: 'open', asked_at: null, due_on: null },
        after: { state: 'asked', asked_at: AT.toISOString(), due_on: '2026-12-01' },
      }),
    ).toBe(
      'Изменение — признак (запрошено пояснение). Состояние: пояснение не запрошено → ждём ответа; срок ответа: 1 декабря 2026 г.',
    )
    const reminded = { ...step, account_id: 'system:terms', kind: 'reminded' }
    expect(told({ subject: 'signal_step', action: 'created', before: null, after: reminded })).toBe(
      'Напоминание о сроке.',
    )
  })

  it('tells of a moment where nothing else has changed', () => {
    const before = { published_at: null, published_by: null }
    const after = { published_at: AT.toISOString(), published_by: 'p1' }
    expect(told({ subject: 'screening_run', action: 'changed', before, after })).toMatch(
      /^Изменение — анализ\. Когда опубликован: 22 ноября 2026 г\. в \d\d:00\.$/,
    )
  })

  it('names the file of an analysis that was saved', () => {
    const after = { output: 'report.html' }
    expect(told({ subject: 'screening_run', action: 'read', before: null, after })).toBe(
      'Просмотр или выгрузка — анализ. Сохранённый файл: «report.html».',
    )
  })

  it('of a school tells its login and not the digits of it again', () => {
    const after = { kind: 'school', name: 'Лицей', login: 'edu990001', digits: '990001' }
    expect(told({ subject: 'unit', action: 'unit.created', before: null, after })).toBe(
      'Внесена школа. Название: «Лицей»; логин: «edu990001».',
    )
  })

  it('shows no code of a column that has a list of them', async () => {
    const database = await openTestEmbedded()
    const { rows } = await database.ownerPool.query<{ name: string; rule: string }>(`
      select distinct c.relname as name, pg_get_constraintdef(k.oid) as rule
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
      join pg_constraint k on k.conrelid = c.oid where f.proname = 'write_audit' and k.contype = 'c'`)
    await database.close()
    const checked = rows.flatMap(({ name, rule }) => {
      const [, field, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(rule) ?? []
      return list ? [...list.matchAll(/'([^']+)'/g)].map(([, value]) => ({ name, field, value })) : []
    })
    expect(checked.length).toBeGreaterThan(50)
    const of = (name: string, field: string, values: readonly string[]) =>
      values.map(value => ({ name, field, value: [value] }))
    const lists = [
      ...of(
        'signal',
        'channels',
        [...officialMethods, ...ownMethods].map(({ id }) => id),
      ),
      ...of('portrait_archive', 'formats', ['pdf', 'docx', 'xlsx', 'html']),
      ...of('portrait_archive', 'levels', ['region', 'municipality', 'school']),
      ...of('portrait_template', 'switched_off', ['signals', 'marks', 'distribution']),
      ...of('setting', 'value', ROLES),
      ...of('api_token', 'rights', Object.keys(RIGHTS)),
      ...['screening.run', 'results.read', 'backups.make', 'portraits.make'].map(value => ({
        ...{ name: 'job', field: 'kind', value },
      })),
      ...['changed', 'unit.renamed'].map(value => ({ name: 'audit', field: 'action', value })),
    ]
    const bare = [...checked, ...lists].filter(({ name, field, value }) => {
      const line = { subject: name, action: 'changed', before: {}, after: { [field]: value } }
      const [one] = wordChanges('ru', line, names)
      return one !== undefined && /\b[a-z]{2}/.test(one.after ?? '')
    })
    expect(bare).toEqual([])
  })

  it('repeats neither who acted nor when, and shows no number of a record', async () => {
    const database = await openTestEmbedded()
    const { rows } = await database.ownerPool.query<{ name: string; field: string; type: string }>(`
      select c.relname as name, a.attname as field, a.atttypid::regtype::text as type
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where f.proname = 'write_audit'`)
    await database.close()
    const filled = (type: string, field: string): unknown => {
      if (type.startsWith('timestamp')) return AT.toISOString()
      if (/_by$|^account_id$/.test(field)) return 'p1'
      return /(^|_)id$/.test(field) ? 424242 : undefined
    }
    for (const [name, columns] of Map.groupBy(rows, row => row.name)) {
      const after = Object.fromEntries(columns.map(({ field, type }) => [field, filled(type, field)]))
      // A role and a key may end on a day of their own, which this one happens to be.
      delete after.expires_at
      delete after.person_id
      const sentence = told({ subject: name, action: 'created', before: null, after })
      expect({ name, told: /Мария Петрова|424242|22 ноября/.exec(sentence)?.[0] }).toEqual({ name })
    }
  })
})

describe('the words', () => {
  it('are there for every audited table and column, in both languages', async () => {
    const database = await openTestEmbedded()
    const { rows } = await database.ownerPool.query<{ name: string; columns: string[] }>(`
      select c.relname as name, array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.attname not in ('id', 'unit_id', 'unit_path', 'path', 'version')) as columns
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
      where f.proname = 'write_audit'`)
    await database.close()
    const missing = rows.flatMap(({ name, columns }) =>
      LOCALES.flatMap(locale => [
        ...(hasMessage(locale, `audit.subject.${name}`) ? [] : [`${locale} audit.subject.${name}`]),
        ...columns
          .filter(
            column =>
              !hasMessage(locale, `audit.field.${name}.${column}`) &&
              !hasMessage(locale, `audit.field.${column}`),
          )
          .map(column => `${locale} audit.field.${name}.${column}`),
      ]),
    )
    expect(missing).toEqual([])
    expect(rows.length).toBeGreaterThan(3)
  })

  it('are there for every act that the code names and everything it says was read', () => {
    const app = join(import.meta.dirname, '../..')
    const texts = readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !file.includes('.test.'))
      .map(file => readFileSync(join(app, file), 'utf8'))
    const named = (pattern: RegExp) =>
      texts.flatMap(text => [...text.matchAll(pattern)].map(match => match[1]))
    // A choice between two acts is written in one call: both stand in it.
    const acts = named(/nameAct\(\s*\w+,([^;]*?)\)/g).flatMap(call =>
      [...call.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(match => match[1]),
    )
    acts.push(...named(/recordAct\(\s*\w+,\s*'([a-z.-]+)'/g))
    const reads = named(/logRead\(\s*\w+,\s*'([a-z_]+)'/g)
    const missing = [
      ...acts.filter(act => !hasMessage('ru', `audit.action.${act}`)),
      ...reads.filter(subject => !hasMessage('ru', `audit.subject.${subject}`)),
    ]
    expect(missing).toEqual([])
    expect(acts).toContain('unit.name-corrected')
  })
})
