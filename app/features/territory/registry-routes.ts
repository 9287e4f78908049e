import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { writeList } from '../../documents/spreadsheet/index.ts'
import { say } from '../../messages/format.ts'
import type { Database, Tx } from '../../platform/database/index.ts'
import { attachmentHeader, cleanFileName, limitContent, ownFolderPrefix } from '../../platform/files/index.ts'
import { type Actor, type Handlers, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { territoryContract } from './contract.ts'
import type { FindAdministrators, NamePeople } from './people.ts'
import { presentImport, presentImportDetails } from './present.ts'
import { checkImport } from './registry/check-import.ts'
import { commitImport } from './registry/commit-import.ts'
import { readImportTable } from './registry/export-imports.ts'
import { readMunicipalityTable } from './registry/export-municipalities.ts'
import { readRegistryTable, registryCsv, writeRegistryWorkbook } from './registry/export-registry.ts'
import { getImport, listImports } from './registry/read-imports.ts'
import { readRegistryFile } from './registry/read-registry-file.ts'
import { tellCommitted, tellUndone } from './registry/tell-administrators.ts'
import { undoImport } from './registry/undo-import.ts'
import type { UnitFilters } from './store/choose-units.ts'
import type { LocalDate } from './tables.ts'

interface Means {
  readonly namePeople: NamePeople
  readonly findAdministrators: FindAdministrators
  readonly clock: () => Date
  readonly today: () => LocalDate
}

type RegistryEndpoint = Extract<keyof typeof territoryContract, `${string} /api/registry/${string}`>

/** Bytes of a registry; that of a large region has less than one megabyte. */
const LARGEST = 20 * 2 ** 20

/** Handlers of the registry: files in and out. Files are read and written outside the transaction. */
export function registryHandlers(
  database: Database,
  { namePeople, findAdministrators, clock, today }: Means,
): Pick<Handlers<typeof territoryContract>, RegistryEndpoint> {
  const details = async (tx: Tx, { locale }: Actor, id: number) => {
    const found = await getImport(tx, id)
    return presentImportDetails(locale, found, await namePeople(tx, found.checkedBy ? [found.checkedBy] : []))
  }

  const telling = { namePeople, findAdministrators, today }

  /** What the list shows is what is saved: schools, or municipalities where those are listed. */
  const tableOf = ({ locale, scope }: Actor, query: UnitFilters) =>
    database.asOfNow(scope, tx =>
      (query.kind === 'municipality' ? readMunicipalityTable : readRegistryTable)(tx, {
        ...query,
        today: today(),
        locale,
      }),
    )

  return {
    'GET /api/registry/export.xlsx': async ({ actor, query, reply }) => {
      const table = await tableOf(actor, query)
      const name = `${table.name} ${today()}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeRegistryWorkbook(path, table))
    },
    'GET /api/registry/export.csv': async ({ actor, query, reply }) => {
      const table = await tableOf(actor, query)
      const name = `${table.name} ${today()}`
      return reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': attachmentHeader(`${name}.csv`),
        })
        .send(registryCsv(table))
    },
    'GET /api/registry/imports': async ({ tx, query }) => {
      const { items, next } = await listImports(tx, query)
      const people = await namePeople(tx, [...new Set(items.flatMap(({ checkedBy }) => checkedBy ?? []))])
      return { items: items.map(item => presentImport(item, people)), next }
    },
    'GET /api/registry/imports/export.xlsx': async ({ actor, reply }) => {
      const { locale, scope } = actor
      const table = await database.asOfNow(scope, tx => readImportTable(tx, actor, namePeople, today()))
      const name = `${say(locale, 'registry.imports.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, locale, table))
    },
    'POST /api/registry/imports': async ({ actor, request }) => {
      const file = await receiveRegistry(request)
      const { accountId } = actor.scope
      return database.as(actor.scope, async tx =>
        details(tx, actor, await checkImport(tx, file, { accountId, today: today() })),
      )
    },
    'GET /api/registry/imports/:id': ({ tx, params, actor }) => details(tx, actor, params.id),
    'POST /api/registry/imports/:id/commit': async ({ tx, params, body, actor }) => {
      await commitImport(tx, params.id, { ...body, today: today() })
      await tellCommitted(tx, actor, await getImport(tx, params.id), telling)
      return details(tx, actor, params.id)
    },
    'POST /api/registry/imports/:id/undo': async ({ tx, params, body, actor }) => {
      await undoImport(tx, params.id, { reason: body.reason, now: clock() })
      const undone = await getImport(tx, params.id)
      await tellUndone(tx, actor, { ...undone, reason: body.reason }, telling)
      return details(tx, actor, params.id)
    },
  }
}

/** The one file of the request, put aside under a name of ours, read and taken away again. */
async function receiveRegistry(request: FastifyRequest) {
  // One byte more than we take, so that our own check, which stops at once, comes first.
  const limits = { fileSize: LARGEST + 1, files: 1 }
  const part = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: false }) : undefined
  if (!part) throw new ProblemError({ code: 'file-not-sent' })
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix()))
  try {
    const path = join(folder, 'registry')
    const name = cleanFileName(part.filename)
    await writeFile(path, limitContent(part.file, LARGEST, name))
    return await readRegistryFile(path, name)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
