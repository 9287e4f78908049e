import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { buildPassport } from './build-passport.ts'
import { actOnSignals } from './store/act-on-signals.ts'
import { listSignals } from './store/list-signals.ts'
import type { Step } from './store/take-step.ts'
import { NOW, officialSign, plantRun, plantSmallRegion, type SmallRegion } from './testing/small-region.ts'

forEachDatabase('a school that is no more', open => {
  let database: Database
  let region: SmallRegion
  let signal: number
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })
  beforeEach(async () => {
    await database.asSystem('system:test', async tx => {
      for (const table of ['notice', 'stored_file', 'signal_step', 'signal_evidence', 'signal'])
        await sql`delete from ${sql.table(table)}`.execute(tx)
      await sql`update unit set valid_to = null, successor_id = null`.execute(tx)
    })
    await plantRun(database, region, [officialSign('edu990002')])
    const { id } = await database.asSystem('system:test', tx =>
      tx.selectFrom('signal').select('id').executeTakeFirstOrThrow(),
    )
    signal = id
  })

  const close = (lastDay: string, into: number | null, unit = region.first) =>
    database.asSystem('system:test', tx =>
      sql`update unit set valid_to = ${lastDay}, successor_id = ${into} where id = ${unit}`.execute(tx),
    )
  const act = (actor: Actor, step: Omit<Step, 'now' | 'today'>) =>
    database
      .as(actor.scope, tx =>
        actOnSignals(tx, actor, [{ id: signal }], { text: 'Так нужно.', ...step, ...NOW }),
      )
      .then(
        ([{ state }]) => state as string,
        error => {
          if (error instanceof ProblemError) return error.problems[0].code
          throw error
        },
      )
  const seen = async (actor: Actor) =>
    (await database.as(actor.scope, tx => listSignals(tx, {}, { scope: actor.scope, ...NOW }))).items
  const passport = (actor: Actor) =>
    database.as(actor.scope, tx =>
      buildPassport(tx, actor, signal, NOW, {
        namePeople: async () => new Map(),
        federalYearsOf: async () => new Map(),
      }),
    )
  const told = async (actor: Actor) =>
    (
      await database.asSystem('system:test', tx =>
        tx.selectFrom('notice').select('kind').where('account_id', '=', actor.personId).execute(),
      )
    ).map(({ kind }) => kind)

  it('is answered for by the one that carries on its work, wherever that stands', async () => {
    await close('2021-06-01', region.eastern)
    expect(await seen(region.secondHead)).toEqual([])
    const [row] = await seen(region.easternHead)
    expect([row.schoolName, row.municipalityName]).toEqual(['Школа edu990002', null])
    expect(await act(region.analyst, { act: 'ask', dueOn: '2021-06-15' })).toBe('asked')
    expect(await told(region.easternHead)).toEqual(['signal-asked'])
    // Whoever held the closed school still does.
    expect(await told(region.head)).toEqual(['signal-asked'])

    const { id: file } = await database.as(region.easternHead.scope, async tx => {
      const { rows } = await sql<{
        id: number
      }>`insert into stored_file (unit_id, hash, size, media_type, name)
        values (${region.eastern}, ${'a'.repeat(64)}, 5, 'application/pdf', 'акт.pdf') returning id`.execute(
        tx,
      )
      return rows[0]
    })
    expect(
      await act(region.easternHead, { act: 'reply', text: 'Школа закрыта 1 июня.', files: [file] }),
    ).toBe('replied')
    expect((await told(region.analyst)).length).toBe(1)
    const { steps, may } = await passport(region.analyst)
    expect(steps.at(-1)).toMatchObject({ kind: 'replied', files: [{ id: file }] })
    expect(may).toContain('return')
    const theirs = await passport(region.easternHead)
    expect([theirs.may, theirs.mayOpenCase, theirs.steps.length]).toEqual([['reply'], false, 3])
    expect(theirs.findings[0].figure).not.toBeNull()
  })

  it('is answered for by the last of a row of mergers, and only once each is in force', async () => {
    await close('2021-05-01', region.second)
    await close('2021-06-01', region.eastern, region.second)
    expect(await seen(region.easternHead)).toHaveLength(1)
    await close('2099-06-01', region.eastern, region.second)
    expect(await seen(region.easternHead)).toEqual([])
    expect(await seen(region.secondHead)).toHaveLength(1)
    await close('2099-05-01', region.second)
    expect(await seen(region.secondHead)).toEqual([])
  })

  it('does not open its signals to the heirs of others, nor change them for those who only look', async () => {
    await close('2021-06-01', region.eastern)
    expect(await act(region.easternHead, { act: 'comment', text: 'x' })).toBe('right-missing')
    expect(await act(region.eastMunicipality, { act: 'ask', dueOn: '2021-06-15' })).toBe('right-missing')
    expect(await act(region.secondHead, { act: 'reply', text: 'x' })).toBe('not-found')
    await expect(
      database.as(region.easternHead.scope, tx =>
        sql`update signal set unit_id = ${region.eastern} where id = ${signal}`.execute(tx),
      ),
    ).rejects.toThrow('permission denied')
  })

  it('closed yesterday with nobody after it is not asked, and ends with «недостаточно данных»', async () => {
    await close('2021-06-09', null)
    expect(await act(region.analyst, { act: 'ask', dueOn: '2021-06-15' })).toBe('signal-school-gone')
    const { may, outcomes } = await passport(region.analyst)
    expect([may, outcomes]).toEqual([
      ['comment', 'close'],
      ['cleared', 'insufficient'],
    ])
    expect(await act(region.analyst, { act: 'close', outcome: 'insufficient', text: 'Школа закрыта.' })).toBe(
      'closed',
    )
  })

  it('asked before it closed may still reply through those who held it', async () => {
    await act(region.analyst, { act: 'ask', dueOn: '2021-06-15' })
    await close('2021-06-09', null)
    expect(await act(region.head, { act: 'reply', text: 'Успели.' })).toBe('replied')
  })

  it('still open today is asked as any other', async () => {
    await close('2021-06-10', null)
    expect(await act(region.analyst, { act: 'ask', dueOn: '2021-06-15' })).toBe('asked')
  })
})
