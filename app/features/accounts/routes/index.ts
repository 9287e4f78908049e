import type { FastifyInstance } from 'fastify'
import { implement } from '../../../platform/http/index.ts'
import { makeIdentify } from '../authentication/identify.ts'
import { accountsContract } from '../contract.ts'
import type { Accounts } from '../open-accounts.ts'
import { meHandlers } from './me.ts'
import { peopleHandlers } from './people.ts'
import { signInHandlers } from './sign-in.ts'

/** Registers the endpoints of this room. */
export function accountsRoutes(app: FastifyInstance, accounts: Accounts): void {
  implement(app, { database: accounts.database, identify: makeIdentify(accounts) }, accountsContract, {
    ...signInHandlers(accounts),
    ...meHandlers(accounts),
    ...peopleHandlers(accounts),
  })
}
