import type { Parameter } from '../../documents/spreadsheet/index.ts'
import { say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, type Handlers, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { getCampaign } from '../procedures/index.ts'
import type { resultsContract } from './contract.ts'
import { requireImporter } from './import/importer.ts'
import { chooseRemarks, type RemarkFilter } from './remarks/choose-remarks.ts'
import { countRemarks, exportRemarks } from './remarks/export-remarks.ts'
import { pageRemarks } from './remarks/page-remarks.ts'
import { summariseBatches } from './remarks/summarise.ts'
import type { ResultsService } from './service.ts'

type Name = 'GET /api/imports/summary' | 'GET /api/imports/remarks' | 'GET /api/imports/remarks/export.xlsx'

/** Handlers of what was met in the files. Files are read outside the transaction. */
export function remarkHandlers({
  database,
  store,
  clock,
  timeZone,
}: ResultsService): Pick<Handlers<typeof resultsContract>, Name> {
  return {
    async 'GET /api/imports/summary'({ tx, query, actor }) {
      await requireImporter(tx, actor.scope)
      return summariseBatches(tx, actor.locale, query)
    },
    async 'GET /api/imports/remarks'({ query, actor }) {
      const { cursor, limit, ...filter } = query
      const sources = await database.as(actor.scope, tx => chooseRemarks(tx, store, actor.scope, filter))
      return pageRemarks(actor.locale, sources, { kind: filter.kind, group: filter.group, cursor, limit })
    },
    async 'GET /api/imports/remarks/export.xlsx'({ query, actor, reply }) {
      const { locale, scope } = actor
      const [sources, parameters] = await database.asOfNow(scope, async tx => [
        await chooseRemarks(tx, store, scope, query),
        await wordFilter(tx, actor, query),
      ])
      countRemarks(sources)
      const day = localDate(clock(), timeZone)
      const name = `${say(locale, 'import.export.file', { day })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path =>
        exportRemarks({
          path,
          locale,
          parameters,
          sources,
          wanted: { kind: query.kind, group: query.group },
        }),
      )
    },
  }
}

async function wordFilter(tx: Tx, { locale }: Actor, filter: RemarkFilter): Promise<Parameter[]> {
  const { campaign, batch, state, kind, group } = filter
  const every = say(locale, 'export.every')
  return [
    [say(locale, 'export.what'), say(locale, 'import.export.sheet')],
    [
      say(locale, 'export.campaign'),
      campaign === undefined ? every : (await getCampaign(tx, campaign)).title,
    ],
    [say(locale, 'import.column.batchId'), batch ?? every],
    [say(locale, 'export.state'), state === undefined ? every : say(locale, `import.state.${state}`)],
    [say(locale, 'import.export.kind'), kind ?? every],
    [say(locale, 'import.export.group'), group === undefined ? every : say(locale, `import.group.${group}`)],
  ]
}
