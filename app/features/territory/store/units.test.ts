import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database, Scope, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { isPresent } from '../rules.ts'
import {
  plantSmallTerritory,
  type SmallTerritory,
  scopeOf,
  TODAY,
  wholeRegion,
} from '../testing/small-territory.ts'
import { addClasses } from './add-classes.ts'
import { closeUnit } from './close-unit.ts'
import { createUnit } from './create-unit.ts'
import { editUnit } from './edit-unit.ts'
import { findUnits } from './find-units.ts'
import { getUnitPage } from './get-unit-page.ts'
import { listFacets } from './list-facets.ts'
import { type ListOptions, listUnits } from './list-units.ts'
import { matchLogins } from './match-logins.ts'
import { mergeUnit } from './merge-unit.ts'
import { moveUnit } from './move-unit.ts'
import { presentOn } from './present-on.ts'
import { renameUnit } from './rename-unit.ts'
import { reopenUnit } from './reopen-unit.ts'

/** Codes of the problems that the work is refused with. */
async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProblemError)) throw error ?? new Error('was not refused')
  return error.problems.map(({ code }) => code)
}

forEachDatabase('units', open => {
  let database: Database
  let at: SmallTerritory
  let west: Scope
  beforeAll(async () => {
    database = await open()
    at = await plantSmallTerritory(database)
    west = scopeOf(`1.${at.west}.`)
  })

  const region = <T>(work: (tx: Tx) => Promise<T>) => database.as(wholeRegion, work)
  const page = (id: number, scope = wholeRegion) => database.as(scope, tx => getUnitPage(tx, id, TODAY))
  const versionOf = async (id: number) => (await page(id)).version
  const names = async (options: Partial<ListOptions>, scope = wholeRegion) =>
    (await database.as(scope, tx => listUnits(tx, { today: TODAY, ...options }))).items.map(
      ({ name }) => name,
    )
  const found = async (q: string, scope = wholeRegion) =>
    (await database.as(scope, tx => findUnits(tx, { q, today: TODAY }))).map(({ name }) => name)

  it('tells of a unit above one’s own its name and the way up, and counts nothing there', async () => {
    const above = await page(1, west)
    expect(above).toMatchObject({
      inReach: false,
      children: [],
      below: [],
      predecessors: [],
      schoolYears: [],
    })
    expect(await page(at.west, west)).toMatchObject({
      inReach: true,
      children: [{ kind: 'school', count: 3 }],
    })
    const whole = await page(1)
    expect(whole.inReach).toBe(true)
    expect(whole.children).toContainEqual({ kind: 'municipality', count: 2 })
  })

  describe('a list', () => {
    it('is in the order people count in, filtered, with its total', async () => {
      expect(await names({ kind: 'school' })).toEqual([
        'Лицей «Ёлка»',
        'Школа № 1',
        'Школа № 2',
        'Школа № 10',
      ])
      expect(await names({ kind: 'school', sort: '-name' })).toEqual([
        'Школа № 10',
        'Школа № 2',
        'Школа № 1',
        'Лицей «Ёлка»',
      ])
      expect(await names({ kind: 'school', under: at.west, q: '№ 2' })).toEqual(['Школа № 2'])
      expect(await names({ kind: 'school', under: at.second })).toEqual(['Школа № 2'])
      expect(await names({ kind: 'municipality', under: at.west })).toEqual(['Западный район'])
      expect(await names({ tag: 'контроль объективности' })).toEqual(['Лицей «Ёлка»'])
      const { total } = await region(tx => listUnits(tx, { today: TODAY, kind: 'school', limit: 1 }))
      expect(total).toBe(4)
    })

    it('shows a municipality its own schools alone, whatever is asked', async () => {
      expect(await names({ kind: 'school' }, west)).toEqual(['Лицей «Ёлка»', 'Школа № 2', 'Школа № 10'])
      expect(await codesOf(names({ kind: 'school', under: at.east }, west))).toEqual(['not-found'])
      expect(await names({ kind: 'municipality' }, west)).toEqual(['Западный район'])
      const facets = await database.as(west, tx => listFacets(tx, { today: TODAY }))
      expect(facets.municipalities).toEqual([{ id: at.west, name: 'Западный район', count: 3 }])
      expect(facets.tags).toEqual([{ value: 'контроль объективности', count: 1 }])
      expect(facets.schoolKinds).toEqual([{ value: 'СОШ', count: 3 }])
    })

    it('goes on after its last row when units come in between', async () => {
      const first = await region(tx => listUnits(tx, { today: TODAY, kind: 'school', limit: 2 }))
      const early = await region(tx =>
        createUnit(tx, { kind: 'school', parentId: at.east, name: 'Аграрная школа', login: 'sch990099' }),
      )
      const second = await region(tx =>
        listUnits(tx, { today: TODAY, kind: 'school', limit: 2, cursor: first.next ?? '' }),
      )
      expect(second.items.map(({ name }) => name)).toEqual(['Школа № 2', 'Школа № 10'])
      expect(second.next).toBeNull()
      expect(second.total).toBeUndefined()
      await database.asSystem('system:test', tx =>
        tx.updateTable('unit').set({ withdrawn_at: new Date() }).where('id', '=', early).execute(),
      )
      expect(await codesOf(names({ cursor: 'что-то' }))).toEqual(['cursor-unreadable'])
      expect(await codesOf(names({ cursor: first.next ?? '', sort: 'code' }))).toEqual(['cursor-unreadable'])
    })

    it('pages over any sort and limit give every unit once', async () => {
      const sorts = ['name', '-name', 'login', '-login', 'code', '-code', 'validTo', '-validTo'] as const
      for (const sort of sorts) {
        const seen: number[] = []
        for (let cursor: string | undefined, more = true; more; ) {
          const part = await region(tx =>
            listUnits(tx, { today: TODAY, sort, limit: 2, cursor, state: 'all' }),
          )
          seen.push(...part.items.map(({ id }) => id))
          more = part.next !== null
          cursor = part.next ?? undefined
        }
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen).toHaveLength(7)
      }
    })
  })

  describe('the search', () => {
    it.each([
      ['школа 1', 'Школа № 1'],
      ['ЕЛКА', 'Лицей «Ёлка»'],
      ['Школа «№ 10»', 'Школа № 10'],
      ['EDU 990010', 'Школа № 10'],
      ['990010', 'Школа № 10'],
      ['reg99_m002', 'Восточный район'],
      ['запад', 'Западный район'],
    ])('finds %s', async (q, name) => {
      expect((await found(q))[0]).toBe(name)
    })

    it('knows a school by the word people say and by the one the registry writes', async () => {
      const made = await region(async tx => {
        const add = (name: string) => createUnit(tx, { kind: 'school', parentId: at.west, name })
        return [
          await add('МБОУ СОШ № 71'),
          await add('Гимназия № 71'),
          await add('Школа № 711'),
          await add('Средняя общеобразовательная школа № 72'),
        ]
      })
      expect(await found('школа 71')).toEqual(['МБОУ СОШ № 71', 'Гимназия № 71', 'Школа № 711'])
      expect(await found('шк. 71')).toEqual(['МБОУ СОШ № 71', 'Гимназия № 71', 'Школа № 711'])
      expect(await found('СОШ 72')).toEqual(['Средняя общеобразовательная школа № 72'])
      expect(await found('лицей 71')).toEqual([])
      expect(await names({ kind: 'school', q: 'школа 71' })).toHaveLength(3)
      await database.asSystem('system:test', tx =>
        tx.updateTable('unit').set({ withdrawn_at: new Date() }).where('id', 'in', made).execute(),
      )
    })

    it('takes signs of patterns for themselves', async () => {
      expect(await found('%')).toEqual([])
      expect(await found('_')).toEqual([])
      expect(await found("' or 1=1 --")).toEqual([])
    })

    it('finds nothing of another municipality, by name, login or code', async () => {
      for (const q of ['школа 1', 'sch990001', 'восточный', 'reg99_m002']) {
        const names = await found(q, west)
        expect(names).not.toContain('Школа № 1')
        expect(names).not.toContain('Восточный район')
      }
      expect(await database.as(west, tx => matchLogins(tx, ['990001', '990002']))).toEqual(
        new Map([['990002', at.second]]),
      )
    })
  })

  describe('a page', () => {
    it('tells the way up and what is below', async () => {
      const { wayUp, children, municipality, state } = await page(at.west)
      expect(wayUp.map(({ id }) => id)).toEqual([1])
      expect(children).toEqual([{ kind: 'school', count: 3 }])
      expect([municipality, state.kind]).toEqual([null, 'active'])
      expect((await page(1)).below).toEqual(
        expect.arrayContaining([
          { kind: 'municipality', count: 2 },
          { kind: 'school', count: 4 },
        ]),
      )
      expect((await page(at.second)).municipality?.id).toBe(at.west)
    })

    it('of another municipality is not there', async () => {
      expect(await codesOf(page(at.eastern, west))).toEqual(['not-found'])
    })
  })

  describe('two people at one record', () => {
    it('the second is told what the first changed, and overwrites nothing', async () => {
      const version = await versionOf(at.second)
      await region(tx => editUnit(tx, at.second, { version, locality: 'город', tags: ['сельская'] }))
      const refused = region(tx => editUnit(tx, at.second, { version, locality: 'посёлок' }))
      const error = (await refused.catch((reason: unknown) => reason)) as ProblemError
      expect(error.problems[0].code).toBe('changed-by-another')
      expect(error.problems.slice(1)).toEqual(
        expect.arrayContaining([
          { code: 'unit-field-changed', params: { field: 'locality', before: 'село', after: 'город' } },
          { code: 'unit-field-changed', params: { field: 'tags', before: '', after: 'сельская' } },
        ]),
      )
      expect((await page(at.second)).locality).toBe('город')
    })

    it('in the same moment: one is written, one is told', async () => {
      const version = await versionOf(at.tenth)
      const results = await Promise.allSettled(
        ['город', 'посёлок'].map(locality => region(tx => editUnit(tx, at.tenth, { version, locality }))),
      )
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await versionOf(at.tenth)).toBe(version + 1)
    })
  })

  describe('an edit', () => {
    it('keeps the login that is replaced, and refuses one that is taken, now or in the past', async () => {
      await region(async tx =>
        editUnit(tx, at.second, {
          version: (await getUnitPage(tx, at.second, TODAY)).version,
          login: 'EDU 990222',
        }),
      )
      expect(await page(at.second)).toMatchObject({ login: 'edu990222', logins: ['sch990002'] })
      expect(await found('sch990002')).toEqual(['Школа № 2'])
      for (const login of ['edu990222', 'edu990002']) {
        const version = await versionOf(at.eastern)
        expect(await codesOf(region(tx => editUnit(tx, at.eastern, { version, login })))).toEqual([
          'login-taken',
        ])
      }
      const version = await versionOf(at.eastern)
      const bad = region(tx => editUnit(tx, at.eastern, { version, login: 'школа' }))
      expect(await codesOf(bad)).toEqual(['unit-bad-login'])
    })

    it('is refused above one’s own unit and outside of it', async () => {
      const { version } = await page(1)
      expect(await codesOf(database.as(west, tx => editUnit(tx, 1, { version, shortName: 'х' })))).toEqual([
        'right-missing',
      ])
      const other = database.as(west, tx => editUnit(tx, at.eastern, { version: 1, shortName: 'х' }))
      expect(await codesOf(other)).toEqual(['not-found'])
    })

    it('gives an examination code to one school that works, zeros in front or not, and names the field', async () => {
      const edit = async (id: number, fields: object, scope = wholeRegion) => {
        const version = await versionOf(id)
        return database.as(scope, tx => editUnit(tx, id, { version, ...fields }))
      }
      await edit(at.eastern, { ogeCode: '01207', egeCode: '4410' })
      expect(await found('1207')).toEqual(['Школа № 1'])
      expect(await found('001207')).toEqual(['Школа № 1'])
      expect(await names({ q: '4410', kind: 'school' })).toEqual(['Школа № 1'])
      const problemsOf = (work: Promise<unknown>) => work.then(null, error => error.problems)
      expect(await problemsOf(edit(at.tenth, { ogeCode: '1207', egeCode: '4410' }))).toEqual([
        {
          code: 'exam-code-taken',
          params: { exam: 'oge', code: '1207', name: 'Школа № 1' },
          place: { column: 'ogeCode' },
        },
        {
          code: 'exam-code-taken',
          params: { exam: 'ege', code: '4410', name: 'Школа № 1' },
          place: { column: 'egeCode' },
        },
      ])
      // Somebody who does not see the other school is told that there is one, and no more.
      expect(await problemsOf(edit(at.tenth, { egeCode: '4410' }, west))).toEqual([
        { code: 'exam-code-taken-elsewhere', params: { exam: 'ege' }, place: { column: 'egeCode' } },
      ])
      const twin = { kind: 'school', parentId: at.west, name: 'Двойник', ogeCode: '1207' } as const
      expect(await codesOf(region(tx => createUnit(tx, twin)))).toEqual(['exam-code-taken'])
      // Both at one moment: whoever comes second is told.
      const [before, after] = await Promise.allSettled([
        edit(at.tenth, { egeCode: '1300' }),
        edit(at.eastern, { egeCode: '1300' }),
      ])
      expect([before.status, after.status].sort()).toEqual(['fulfilled', 'rejected'])
      // A closed school gives its code up, and does not come back over whoever has it now.
      const version = await versionOf(at.eastern)
      await region(tx => closeUnit(tx, at.eastern, { version, lastDay: '2026-06-30' }))
      const heir = await region(tx => createUnit(tx, { ...twin, name: 'Наследник' }))
      const reopen = region(tx => reopenUnit(tx, at.eastern, { version: version + 1 }))
      expect(await codesOf(reopen)).toEqual(['exam-code-taken'])
      await database.asSystem('system:test', tx =>
        sql`update unit set withdrawn_at = now() where id = ${heir}`.execute(tx),
      )
      await region(tx => reopenUnit(tx, at.eastern, { version: version + 1 }))
    })

    it('of a municipality takes no school’s fields, told all at once', async () => {
      const { version } = await page(at.east)
      const edit = region(tx => editUnit(tx, at.east, { version, login: 'sch990077', ogeCode: '1' }))
      expect(await codesOf(edit)).toEqual(['unit-field-of-school', 'unit-field-of-school'])
    })
  })

  it('a new name keeps the former, by which it is still found; a slip of the pen leaves none', async () => {
    const rename = async (name: string, correction: boolean) => {
      const version = await versionOf(at.tenth)
      await region(tx =>
        renameUnit(tx, at.tenth, { version, name, from: '2026-09-01', today: TODAY, correction }),
      )
    }
    await rename('Школа № 10 имени Пшкина', false)
    await rename('Школа № 10 имени Пушкина', true)
    expect((await page(at.tenth)).formerNames).toEqual([{ name: 'Школа № 10', until: '2026-08-31' }])
    await rename('Гимназия № 7', false)
    const [unit] = await region(tx => findUnits(tx, { q: 'имени пушкина', today: TODAY }))
    expect(unit).toMatchObject({ id: at.tenth, name: 'Гимназия № 7', formerName: 'Школа № 10 имени Пушкина' })
    // Back to a name it had: no second row of the same name.
    await rename('Школа № 10', false)
    expect((await page(at.tenth)).formerNames.map(({ name }) => name).sort()).toEqual([
      'Гимназия № 7',
      'Школа № 10',
      'Школа № 10 имени Пушкина',
    ])
  })

  it('a new name of a day still to come is refused: it would be in force at once', async () => {
    const version = await versionOf(at.tenth)
    const rename = region(tx =>
      renameUnit(tx, at.tenth, { version, name: 'Завтрашняя', from: '2026-11-23', today: TODAY }),
    )
    expect(await codesOf(rename)).toEqual(['rename-in-future'])
    expect((await page(at.tenth)).name).toBe('Школа № 10')
  })

  describe('the end of a unit', () => {
    it('closes, is gone from lists and stays by its address; reopens', async () => {
      await region(tx =>
        closeUnit(tx, at.lyceum, { version: 1, lastDay: '2026-08-31', reason: 'приказ № 5' }),
      )
      expect(await names({ kind: 'school' })).not.toContain('Лицей «Ёлка»')
      expect(await names({ kind: 'school', state: 'gone' })).toEqual(['Лицей «Ёлка»'])
      expect((await page(at.lyceum)).state).toEqual({ kind: 'closed', since: '2026-09-01' })
      const again = region(tx => closeUnit(tx, at.lyceum, { version: 2, lastDay: '2026-08-31' }))
      expect(await codesOf(again)).toEqual(['unit-closed-already'])
      await region(tx => reopenUnit(tx, at.lyceum, { version: 2 }))
      expect((await page(at.lyceum)).state.kind).toBe('active')
    })

    it('lets nothing new stand below what is closed, nor come back there', async () => {
      const gone = await region(tx =>
        createUnit(tx, { kind: 'municipality', parentId: 1, name: 'Упразднённый район' }),
      )
      const school = await region(tx =>
        createUnit(tx, { kind: 'school', parentId: gone, name: 'Последняя школа' }),
      )
      await region(tx => closeUnit(tx, school, { version: 1, lastDay: '2025-06-30' }))
      await region(tx => closeUnit(tx, gone, { version: 1, lastDay: '2025-08-31' }))
      const create = (kind: 'school' | 'class', parentId: number, more = {}) =>
        codesOf(region(tx => createUnit(tx, { kind, parentId, name: 'Новая', ...more })))
      expect(await create('school', gone)).toEqual(['unit-parent-closed'])
      expect(await create('class', school, { schoolYear: 2025, grade: 5, letter: 'А' })).toEqual([
        'unit-parent-closed',
      ])
      expect(await codesOf(region(tx => reopenUnit(tx, school, { version: 2 })))).toEqual([
        'unit-parent-closed',
      ])
      // The class of the school's last year is its history.
      await region(tx =>
        createUnit(tx, { kind: 'class', parentId: school, schoolYear: 2024, grade: 5, letter: 'А' }),
      )
    })

    it('keeps two acts of one moment apart: no ring of mergers, no school below a closing municipality', async () => {
      for (let round = 0; round < 5; round++) {
        const [a, b, place] = await region(async tx => [
          await createUnit(tx, { kind: 'school', parentId: at.west, name: `А${round}` }),
          await createUnit(tx, { kind: 'school', parentId: at.west, name: `Б${round}` }),
          await createUnit(tx, { kind: 'municipality', parentId: 1, name: `Район ${round}` }),
        ])
        const closing = { version: 1, lastDay: TODAY }
        const outcomes = await Promise.allSettled([
          region(tx => mergeUnit(tx, a, { ...closing, into: b })),
          region(tx => mergeUnit(tx, b, { ...closing, into: a })),
        ])
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        const both = await Promise.allSettled([
          region(tx => closeUnit(tx, place, closing)),
          region(tx => createUnit(tx, { kind: 'school', parentId: place, name: 'Новая' })),
        ])
        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      }
    })

    it('merges into another, never into itself or in a ring', async () => {
      const version = await versionOf(at.lyceum)
      const lastDay = '2026-08-31'
      await region(tx => mergeUnit(tx, at.lyceum, { version, into: at.tenth, lastDay }))
      expect(await page(at.lyceum)).toMatchObject({ state: { kind: 'merged' }, successor: { id: at.tenth } })
      expect((await page(at.tenth)).predecessors.map(({ id }) => id)).toEqual([at.lyceum])
      const tenth = await versionOf(at.tenth)
      const merge = (into: number) =>
        codesOf(region(tx => mergeUnit(tx, at.tenth, { version: tenth, into, lastDay })))
      expect(await merge(at.tenth)).toEqual(['merge-into-itself'])
      expect(await merge(at.lyceum)).toEqual(['merge-in-a-ring'])
      expect(await merge(at.east)).toEqual(['merge-of-kinds'])
      const outside = database.as(west, tx =>
        mergeUnit(tx, at.tenth, { version: tenth, into: at.eastern, lastDay }),
      )
      expect(await codesOf(outside)).toEqual(['not-found'])
    })

    it('does not come to a municipality with schools', async () => {
      const { version } = await page(at.west)
      const close = region(tx => closeUnit(tx, at.west, { version, lastDay: '2026-12-31' }))
      expect(await codesOf(close)).toEqual(['unit-has-children'])
    })
  })

  it('classes: one for a year, grade and letter, in any spelling', async () => {
    const add = (letters: string[]) =>
      region(tx =>
        addClasses(
          tx,
          at.second,
          2026,
          letters.map(letter => ({ grade: 5, letter })),
        ),
      )
    expect(await add(['а', '"А"', 'Б'])).toEqual({ added: 2, alreadyThere: 0 })
    expect(await add(['А', 'В'])).toEqual({ added: 1, alreadyThere: 1 })
    expect(await names({ kind: 'class', under: at.second, schoolYear: 2026 })).toEqual(['5А', '5Б', '5В'])
    const { children, schoolYears } = await page(at.second)
    expect([children, schoolYears]).toEqual([[{ kind: 'class', count: 3 }], [2026]])
    expect(
      await codesOf(database.as(west, tx => addClasses(tx, at.eastern, 2026, [{ grade: 1, letter: '' }]))),
    ).toEqual(['not-found'])
  })

  it('moves to another municipality with classes, aliases and log; its old one no longer sees it', async () => {
    const version = await versionOf(at.second)
    await region(tx =>
      moveUnit(tx, at.second, { version, parentId: at.east, today: TODAY, reason: 'укрупнение' }),
    )
    expect((await page(at.second)).municipality?.id).toBe(at.east)
    expect(await codesOf(page(at.second, west))).toEqual(['not-found'])
    expect(await found('990222', west)).toEqual([])
    const eastern = scopeOf(`1.${at.east}.`)
    expect(await names({ kind: 'class' }, eastern)).toEqual(['5А', '5Б', '5В'])
    const log = await database.as(eastern, tx =>
      tx
        .selectFrom('audit')
        .select(['action', 'reason'])
        .where('subject', '=', 'unit')
        .where('subject_id', '=', String(at.second))
        .orderBy('id')
        .execute(),
    )
    expect(log.map(({ action }) => action)).toEqual([
      'unit.created',
      'unit.edited',
      'unit.edited',
      'unit.moved',
    ])
    expect(log[3].reason).toBe('укрупнение')
    const away = database.as(west, tx =>
      moveUnit(tx, at.tenth, { version: 99, parentId: at.east, today: TODAY }),
    )
    expect((await codesOf(away))[0]).toBe('changed-by-another')
    const tenth = await versionOf(at.tenth)
    const outside = database.as(west, tx =>
      moveUnit(tx, at.tenth, { version: tenth, parentId: at.east, today: TODAY }),
    )
    expect(await codesOf(outside)).toEqual(['not-found'])
  })

  it('hostile names are names', async () => {
    const name = `<script>alert(1)</script>'; drop table unit; --`
    const id = await region(tx =>
      createUnit(tx, { kind: 'school', parentId: at.east, name, login: 'sch990666' }),
    )
    expect((await page(id)).name).toBe(name)
    expect(await found('script alert')).toEqual([name])
  })

  it('what the rules call present, the database does', async () => {
    const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23')
    const unit = fc.record({ validFrom: fc.option(day), validTo: fc.option(day), withdrawn: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(unit, async one => {
        const { rows } = await region(tx =>
          sql<{ present: boolean }>`select ${presentOn('u', TODAY)} as present from (select
            ${one.validFrom}::date as valid_from, ${one.validTo}::date as valid_to,
            case when ${one.withdrawn}::boolean then now() end as withdrawn_at) u`.execute(tx),
        )
        expect(rows[0].present).toBe(isPresent(one, TODAY))
      }),
      { numRuns: 40 },
    )
  })
})
