import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Right, Role } from './access.ts'

/** A local date, 'YYYY-MM-DD'. */
type LocalDate = string
type Path = ColumnType<string, never, never>

interface PersonTable {
  id: string
  /** Home: the unit of the oldest standing grant, kept by a trigger. */
  unit_id: number
  unit_path: Path
  name: string
  email: string
  locale: Generated<'ru' | 'en'>
  theme: Generated<'auto' | 'light' | 'dark'>
  blocked_at: Date | null
  /** Nothing by which they signed in is kept any more. */
  closed_at: Date | null
  /** The number in «Бывший сотрудник 12»; null for somebody who has a name. */
  former_number: number | null
  created_at: Generated<Date>
  version: Generated<number>
}

/** A view: what is known of people beyond the name, for those one of whose roles stands in reach. Read only. */
interface PersonKnownView {
  id: ColumnType<string, never, never>
  email: ColumnType<string, never, never>
  second_factor: ColumnType<boolean, never, never>
  last_seen: ColumnType<Date | null, never, never>
}

interface RoleGrantTable {
  id: GeneratedAlways<number>
  person_id: string
  role: Role
  unit_id: number
  unit_path: Path
  valid_from: LocalDate | null
  valid_to: LocalDate | null
  granted_by: string | null
  granted_at: Generated<Date>
  revoked_at: Date | null
}

interface InvitationTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: Path
  token_hash: string
  email: string
  name: string
  role: Role
  created_at: Generated<Date>
  expires_at: Date
  invited_by: string | null
  accepted_at: Date | null
  accepted_by: string | null
  revoked_at: Date | null
}

interface ApiTokenTable {
  id: GeneratedAlways<number>
  unit_id: number
  unit_path: Path
  person_id: string
  grant_id: number
  name: string
  token_hash: string
  rights: Right[]
  created_at: Generated<Date>
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

interface SettingTable {
  id: string
  unit_id: number
  unit_path: Path
  /** jsonb: goes in as text, comes out parsed. */
  value: ColumnType<unknown, string, string>
  version: Generated<number>
}

// The schema `auth` is the account library's: only the parts we read or write ourselves are declared.

interface AuthUserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  two_factor_enabled: Generated<boolean>
}

interface AuthSessionTable {
  id: string
  token: string
  user_id: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
  ip_address: string | null
  user_agent: string | null
  second_factor_at: Date | null
}

interface AuthAccountTable {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  password: string | null
  updated_at: Generated<Date>
}

interface AuthTwoFactorTable {
  id: string
  user_id: string
}

interface AuthVerificationTable {
  identifier: string
  value: string
  expires_at: Date
}

interface AuthUsedCodeTable {
  user_id: string
  code_hash: string
  used_at: Date
}

interface AuthAttemptTable {
  key: string
  failures: number
  last_at: Date
  locked_until: Date | null
}

interface AuthOneTimeLinkTable {
  id: GeneratedAlways<number>
  token_hash: string
  purpose: 'setup' | 'reset'
  user_id: string | null
  drop_second_factor: Generated<boolean>
  created_at: Generated<Date>
  expires_at: Date
  used_at: Date | null
  /** The grant by which a new password was offered; null for the first administrator's link. */
  offered_through: Generated<number | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    person: PersonTable
    person_known: PersonKnownView
    role_grant: RoleGrantTable
    invitation: InvitationTable
    api_token: ApiTokenTable
    setting: SettingTable
    'auth.user': AuthUserTable
    'auth.session': AuthSessionTable
    'auth.account': AuthAccountTable
    'auth.two_factor': AuthTwoFactorTable
    'auth.verification': AuthVerificationTable
    'auth.used_code': AuthUsedCodeTable
    'auth.attempt': AuthAttemptTable
    'auth.one_time_link': AuthOneTimeLinkTable
  }
}
