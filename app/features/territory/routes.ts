import type { FastifyInstance } from 'fastify'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, type Doorkeeper, implement } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { territoryContract } from './contract.ts'
import type { FindAdministrators, NamePeople } from './people.ts'
import { presentPage, presentUnit } from './present.ts'
import { registryHandlers } from './registry-routes.ts'
import { addClasses } from './store/add-classes.ts'
import { attachOrders } from './store/attach-orders.ts'
import { closeUnit } from './store/close-unit.ts'
import { createUnit } from './store/create-unit.ts'
import { editUnit } from './store/edit-unit.ts'
import { findUnits } from './store/find-units.ts'
import { getUnitPage } from './store/get-unit-page.ts'
import { listFacets } from './store/list-facets.ts'
import { listUnits } from './store/list-units.ts'
import { mergeUnit } from './store/merge-unit.ts'
import { moveUnit } from './store/move-unit.ts'
import { renameUnit } from './store/rename-unit.ts'
import { reopenUnit } from './store/reopen-unit.ts'

export interface TerritoryOptions {
  readonly namePeople: NamePeople
  readonly findAdministrators: FindAdministrators
  /** Now; the local date of the installation's time zone is taken from it. */
  readonly clock?: () => Date
}

/** The territory over HTTP: units, their acts, and the registry. */
export function territoryRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  { namePeople, findAdministrators, clock = () => new Date() }: TerritoryOptions,
): void {
  const today = () => localDate(clock())
  const page = async (tx: Tx, { locale }: Actor, id: number) =>
    presentPage(locale, await getUnitPage(tx, id, today()))

  implement(app, doorkeeper, territoryContract, {
    'GET /api/units': async ({ tx, query, actor }) => {
      const { items, ...rest } = await listUnits(tx, { ...query, today: today() })
      return { items: items.map(unit => presentUnit(actor.locale, unit)), ...rest }
    },
    'GET /api/units/search': async ({ tx, query, actor }) => {
      const found = await findUnits(tx, { ...query, today: today() })
      const items = found.map(unit => ({ ...presentUnit(actor.locale, unit), formerName: unit.formerName }))
      return { items }
    },
    'GET /api/units/facets': ({ tx, query }) => listFacets(tx, { ...query, today: today() }),
    'GET /api/units/:id': ({ tx, params, actor }) => page(tx, actor, params.id),
    'POST /api/units': async ({ tx, body, actor }) => page(tx, actor, await createUnit(tx, body)),
    'PATCH /api/units/:id': async ({ tx, params, body, actor }) => {
      await editUnit(tx, params.id, body)
      return page(tx, actor, params.id)
    },
    'POST /api/units/:id/rename': async ({ tx, params, body: { files = [], ...body }, actor }) => {
      await renameUnit(tx, params.id, { ...body, from: body.from ?? today(), today: today() })
      await attachOrders(tx, params.id, files)
      return page(tx, actor, params.id)
    },
    'POST /api/units/:id/close': async ({ tx, params, body: { files = [], ...body }, actor }) => {
      await closeUnit(tx, params.id, body)
      await attachOrders(tx, params.id, files)
      return page(tx, actor, params.id)
    },
    'POST /api/units/:id/merge': async ({ tx, params, body: { files = [], ...body }, actor }) => {
      await mergeUnit(tx, params.id, body)
      await attachOrders(tx, params.id, files)
      return page(tx, actor, params.id)
    },
    'POST /api/units/:id/move': async ({ tx, params, body: { files = [], ...body }, actor }) => {
      await moveUnit(tx, params.id, { ...body, today: today() })
      await attachOrders(tx, params.id, files)
      return page(tx, actor, params.id)
    },
    'POST /api/units/:id/reopen': async ({ tx, params, body, actor }) => {
      await reopenUnit(tx, params.id, body)
      return page(tx, actor, params.id)
    },
    'POST /api/units/:id/classes': ({ tx, params, body }) =>
      addClasses(tx, params.id, body.schoolYear, body.classes),
    ...registryHandlers(doorkeeper.database, { namePeople, findAdministrators, clock, today }),
  })
}
