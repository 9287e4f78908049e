import type { FastifyInstance } from 'fastify'
import { catalogues, type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Doorkeeper, implement, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { NamePeople, Parts } from '../territory/index.ts'
import { auditContract } from './contract.ts'
import { describeEntries } from './describe-entries.ts'
import { readAuditTable, writeAuditWorkbook } from './export-entries.ts'
import { listFolded } from './fold-entries.ts'
import { isActOffered, mayReadSubject } from './guards.ts'
import { listEntries } from './store/list-entries.ts'

export interface AuditOptions {
  readonly namePeople: NamePeople
  /** Accounts whose person's name or e-mail holds all the words. */
  readonly findPeople: (tx: Tx, words: string) => Promise<readonly string[]>
  /** What belongs to a record in people's eyes; its history is read with it. */
  readonly partsOf: (tx: Tx, subject: string, id: string) => Promise<readonly Parts[]>
  readonly clock?: () => Date
  /**
   * Subjects whose history goes with a record that everybody on the staff may read. The history of anything else
   * (grants, tokens, files of others) needs the right to the log.
   */
  readonly openHistories?: ReadonlySet<string>
}

/** The log over HTTP. */
export function auditRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  {
    namePeople,
    findPeople,
    partsOf,
    clock = () => new Date(),
    openHistories = new Set(['unit']),
  }: AuditOptions,
): void {
  const filtersOf = async <Q extends { person?: string | undefined }>(tx: Tx, query: Q) => ({
    ...query,
    ...(query.person ? { anyOf: await findPeople(tx, query.person) } : {}),
  })

  implement(app, doorkeeper, auditContract, {
    'GET /api/audit': async ({ tx, query: { fold, ...query }, actor: { locale, may } }) => {
      const filters = await filtersOf(tx, query)
      if (fold === 'yes') return listFolded(tx, may, locale, filters, namePeople)
      const { rows, next } = await listEntries(tx, may, filters)
      const entries = await describeEntries(tx, locale, rows, namePeople)
      return { items: entries.map(entry => ({ ...entry, folded: null })), next }
    },
    'GET /api/audit/choices': async ({ actor: { locale, may } }) => {
      const subjects = choices(locale, 'audit.subject.')
      return {
        subjects: subjects.filter(({ value }) => mayReadSubject(may, value)),
        leftOut: subjects.filter(({ value }) => !mayReadSubject(may, value)),
        actions: choices(locale, 'audit.action.', { subject: '…', kind: '' }).filter(({ value }) =>
          isActOffered(may, value),
        ),
        roles: choices(locale, 'role.'),
      }
    },
    'GET /api/audit/export.xlsx': async ({ actor: { locale, scope, may }, query, reply }) => {
      const table = await doorkeeper.database.asOfNow(scope, async tx =>
        readAuditTable(tx, locale, may, await filtersOf(tx, query), namePeople),
      )
      const name = `${say(locale, 'audit.file', { day: localDate(clock()) })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeAuditWorkbook(path, locale, table))
    },
    'GET /api/history/:subject/:id': async ({ tx, params, query, actor }) => {
      if (!openHistories.has(params.subject) && !actor.may('audit.read'))
        throw new ProblemError({ code: 'right-missing' })
      const { rows, next } = await listEntries(tx, actor.may, {
        ...query,
        subject: params.subject,
        subjectId: params.id,
        parts: await partsOf(tx, params.subject, params.id),
      })
      return { items: await describeEntries(tx, actor.locale, rows, namePeople), next }
    },
  })
}

/** What the catalogue has words for is what the log can be asked for: no walk through two million lines. */
function choices(
  locale: Locale,
  prefix: string,
  params: Readonly<Record<string, string>> = {},
): { value: string; label: string }[] {
  return Object.keys(catalogues[locale])
    .filter(
      id => id.startsWith(prefix) && (prefix === 'audit.action.' || !id.slice(prefix.length).includes('.')),
    )
    .map(id => ({ value: id.slice(prefix.length), label: say(locale, id, params) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
