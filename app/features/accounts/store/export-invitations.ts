import type { Cell, ListToWrite } from '../../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { LONGEST_EXPORT, refuseLongExport } from '../../../platform/http/index.ts'
import type { AccountActor } from '../actor.ts'
import type { Moment } from '../open-accounts.ts'
import { type InvitationState, listInvitations } from './invitations.ts'

type InvitationView = Awaited<ReturnType<typeof listInvitations>>['items'][number]

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (one: InvitationView, locale: Locale) => Cell,
])[] = [
  ['name', 40, ({ name }) => name],
  ['email', 36, ({ email }) => email],
  ['role', 60, ({ sentence }) => sentence],
  ['by', 40, ({ invitedBy }) => invitedBy],
  ['created', 26, ({ createdAt }, locale) => sayInstant(locale, new Date(createdAt))],
  ['until', 26, ({ expiresAt }, locale) => sayInstant(locale, new Date(expiresAt))],
  ['state', 18, ({ state }, locale) => say(locale, `invitations.export.state.${state}`)],
]

/** The filtered list of invitations as a table, with a line in the log. In a transaction of one moment. Throws `export-too-long`. */
export async function readInvitationTable(
  tx: Tx,
  actor: AccountActor,
  { q, state }: { readonly q?: string | undefined; readonly state?: InvitationState | undefined },
  moment: Moment,
): Promise<ListToWrite> {
  const { locale, scope } = actor
  const list = { q, state, limit: LONGEST_EXPORT }
  const { items, total: selected = 0 } = await listInvitations(tx, actor, list, moment)
  refuseLongExport(selected)
  const at = await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  await logRead(tx, 'invitation', '', at.id, { rows: items.length })
  return {
    sheet: say(locale, 'invitations.export.sheet'),
    parameters: [
      [say(locale, 'export.what'), say(locale, 'invitations.export.sheet')],
      [say(locale, 'export.day'), sayDate(locale, moment.today)],
      [say(locale, 'export.territory'), at.name],
      [
        say(locale, 'export.state'),
        state === undefined ? say(locale, 'export.every') : say(locale, `invitations.export.state.${state}`),
      ],
      ...(q ? [[say(locale, 'people.export.words'), q] as const] : []),
    ],
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `invitations.column.${id}`), width })),
    rows: items.map(one => COLUMNS.map(([, , cell]) => cell(one, locale))),
    selected,
  }
}
