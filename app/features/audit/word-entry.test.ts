import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasMessage, type Locale } from '../../messages/format.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
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
