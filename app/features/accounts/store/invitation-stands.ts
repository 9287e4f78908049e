import { type RawBuilder, sql } from 'kysely'
import { giversOf, ROLES } from '../access.ts'

const GIVERS = JSON.stringify(Object.fromEntries(ROLES.map(role => [role, giversOf(role)])))

/**
 * A condition that the invitation `of` (an alias) still stands: whoever sent it may have lost the power to, and what
 * they promised then is void. One truth for whoever takes it up and for whoever looks at the list.
 */
export function invitationStands(of: string, today: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql<boolean>`app.invitation_stands(${column('invited_by')}, ${column('unit_path')},
    ${GIVERS}::jsonb -> ${column('role')}, ${today}::date)`
}
