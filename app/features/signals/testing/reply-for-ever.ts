/**
 * People at work on signals in a process of its own, to be killed. Arguments: folder of an embedded database, or the
 * address of a server. Tells the version of each signal as soon as it was told itself that a step is done.
 */
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../../platform/database/index.ts'
import { actOnSignals } from '../store/act-on-signals.ts'
import { at, officialSign, plantRun, plantSmallRegion, type SmallRegion } from './small-region.ts'

const [folder, url] = process.argv.slice(2) as [string, string]
const database = await openDatabase({ folder, ...(url ? { url } : {}) })
const days = at('2021-06-10')

/** A file of the head's, not yet of any record. */
async function draftOf({ head, first }: SmallRegion): Promise<number> {
  return database.as(head.scope, async tx => {
    const { rows } = await sql<{ id: number }>`insert into stored_file (unit_id, hash, size, media_type, name)
      values (${first}, ${'a'.repeat(64)}, 5, 'application/pdf', 'объяснение.pdf') returning id`.execute(tx)
    return rows[0].id
  })
}

/** Asks, replies with a file, gives back, replies again …: one step after another, as fast as the database answers. */
async function work(base: Database, region: SmallRegion): Promise<never> {
  const [{ id }] = await base.asSystem('system:test', tx => tx.selectFrom('signal').select('id').execute())
  const step = async (
    who: typeof region.head,
    doing: Omit<Parameters<typeof actOnSignals>[3], 'now' | 'today'>,
  ) => {
    const [{ version }] = await base.as(who.scope, tx =>
      actOnSignals(tx, who, [{ id }], { ...doing, ...days }),
    )
    process.send?.({ version })
  }
  await step(region.analyst, { act: 'ask', text: 'Поясните.', dueOn: '2021-06-15' })
  while (true) {
    await step(region.head, { act: 'reply', text: 'Вот почему.', files: [await draftOf(region)] })
    await step(region.analyst, { act: 'return', text: 'Приложите журнал.', dueOn: '2021-06-16' })
  }
}

const region = await plantSmallRegion(database)
await plantRun(database, region, [officialSign('edu990002')])
await work(database, region)
