/**
 * The door of `accounts`: people, how they sign in, the roles they hold in the tree, and the one matrix of what each role
 * may do.
 */
import './tables.ts'

export {
  type Access,
  allows,
  isRegion,
  REGION_RIGHTS,
  RIGHTS,
  type Right,
  ROLES,
  type Role,
  rightsOf,
} from './access.ts'
export { type AccountActor, type ActiveGrant, asAccount } from './actor.ts'
export type { OidcOptions } from './authentication/account-library.ts'
export { closeDoors } from './authentication/close-doors.ts'
export { createSetupLink, type ShownLink } from './authentication/first-administrator.ts'
export { makeIdentify } from './authentication/identify.ts'
export { sweepAccounts } from './authentication/sweep.ts'
export { accountsContract } from './contract.ts'
export { type Accounts, type AccountsOptions, type Letter, openAccounts } from './open-accounts.ts'
export { accountsRoutes } from './routes/index.ts'
export { grantSentence } from './sentences.ts'
export { createPeople, type PersonToCreate } from './store/create-person.ts'
export { findHolders, type Holder } from './store/find-holders.ts'
export { findPeopleIds } from './store/find-people-ids.ts'
export { findRecipients } from './store/find-recipients.ts'
export { namePeople } from './store/name-people.ts'
export { partsOfPerson } from './store/parts-of-person.ts'
