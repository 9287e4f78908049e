import type { FastifyInstance } from 'fastify'
import { say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Actor, type Doorkeeper, implement, sendMadeFile, XLSX } from '../../../platform/http/index.ts'
import { localDate } from '../../../platform/local-date.ts'
import type { NamedSignal } from '../../signals/index.ts'
import { measuresContract } from '../measures-contract.ts'
import type { LocalDate } from '../rules.ts'
import type { PlansService } from '../service.ts'
import { actOnMeasure, type MeasureStep } from './act-on-measure.ts'
import { addressSignal } from './address-signal.ts'
import { calendarSince, endFeed, makeFeed, readFeed } from './calendar-feed.ts'
import { countMeasures } from './count-measures.ts'
import { addMeasure, editMeasure, removeMeasure } from './edit-measure.ts'
import { readMeasureTable, writeMeasureWorkbook } from './export-measures.ts'
import { keepAsOwn } from './keep-as-own.ts'
import { listMeasures } from './list-measures.ts'
import { readMeasureSettings, writeMeasureSettings } from './measure-settings.ts'
import { type MeasureDoors, openMeasure } from './open-measure.ts'
import { presentMeasure } from './present-measure.ts'
import { takeOver } from './take-over.ts'
import { readTimeline } from './timeline.ts'

export interface MeasureOptions {
  readonly nameOfSignal: (
    tx: Tx,
    locale: Actor['locale'],
    id: number,
    days: { readonly today: LocalDate; dayOf(at: Date): LocalDate },
  ) => Promise<NamedSignal>
}

/** Measures, their tasks and what proves them, over HTTP. */
export function measureRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  { database, namePeople, publicUrl, timeZone, moment, today }: PlansService,
  { nameOfSignal }: MeasureOptions,
): void {
  const readingOf = ({ scope }: Actor) => ({ scope, today: today() })
  const readDays = () => ({ ...moment(), dayOf: (at: Date) => localDate(at, timeZone) })
  const doors: MeasureDoors = {
    namePeople,
    titleOfSignal: async (tx, actor, id, days) => {
      const found = await tx.selectFrom('signal').select('id').where('id', '=', id).executeTakeFirst()
      if (!found) return null
      const { name, reply } = await nameOfSignal(tx, actor.locale, id, days)
      return { name, reply }
    },
  }
  const act = (tx: Tx, actor: Actor, id: number, step: Omit<MeasureStep, 'now' | 'today'>) =>
    actOnMeasure(tx, actor, id, { ...step, ...moment() })

  implement(app, doorkeeper, measuresContract, {
    'GET /api/measures': async ({ tx, query, actor }) => {
      const { items, ...rest } = await listMeasures(tx, query, readingOf(actor))
      const days = readDays()
      return { items: items.map(row => presentMeasure(actor.locale, row, days)), ...rest }
    },
    'GET /api/measures/counts': ({ tx, query, actor }) => countMeasures(tx, query, readingOf(actor)),
    'GET /api/measures/export.xlsx': async ({ actor, query, reply }) => {
      const { locale, scope } = actor
      const days = readDays()
      const table = await database.asOfNow(scope, tx =>
        readMeasureTable(tx, locale, query, readingOf(actor), days),
      )
      const name = `${say(locale, 'measure.export.file', { day: days.today })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeMeasureWorkbook(path, locale, table))
    },
    'GET /api/measures/settings': ({ tx }) => readMeasureSettings(tx),
    'PUT /api/measures/settings': ({ tx, body }) => writeMeasureSettings(tx, body),
    'GET /api/measures/timeline': ({ tx, query, actor }) => readTimeline(tx, query, readingOf(actor)),
    'POST /api/plans/:id/measures': ({ tx, params, body, actor }) =>
      addMeasure(tx, actor, params.id, body, moment()),
    'GET /api/measures/:id': ({ tx, params, actor }) => openMeasure(tx, actor, params.id, readDays(), doors),
    'PATCH /api/measures/:id': ({ tx, params, body, actor }) =>
      editMeasure(tx, actor, params.id, body, moment()),
    'POST /api/measures/:id/remove': ({ tx, params, body, actor }) =>
      removeMeasure(tx, actor, params.id, body, moment()),
    'POST /api/measures/:id/take-over': ({ tx, params, body, actor }) =>
      takeOver(tx, actor, params.id, body.version, moment()),
    'POST /api/measures/:id/keep': ({ tx, params, body, actor }) =>
      keepAsOwn(tx, actor, params.id, body.version, moment()),
    'POST /api/measures/:id/start': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'start', ...body }),
    'POST /api/measures/:id/submit': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'submit', ...body }),
    'POST /api/measures/:id/accept': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'accept', ...body }),
    'POST /api/measures/:id/return': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'return', ...body }),
    'POST /api/measures/:id/postpone': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'postpone', ...body }),
    'POST /api/measures/:id/cancel': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'cancel', ...body }),
    'POST /api/measures/:id/restore': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'restore', ...body }),
    'POST /api/measures/:id/comment': ({ tx, params, body, actor }) =>
      act(tx, actor, params.id, { act: 'comment', ...body }),
    'POST /api/measures/:id/cases': ({ tx, params, body: { title, ...rest }, actor }) =>
      act(tx, actor, params.id, { act: 'add-case', text: title, ...rest }),
    'POST /api/signals/:id/measures': async ({ tx, params, body, actor }) => {
      const signal = await nameOfSignal(tx, actor.locale, params.id, readDays())
      return addressSignal(tx, actor, signal, body, moment())
    },
    'GET /api/my-calendar': async ({ tx }) => ({ since: (await calendarSince(tx))?.toISOString() ?? null }),
    'POST /api/my-calendar': async ({ tx, actor }) => ({
      address: `${publicUrl}/api/calendars/${await makeFeed(tx, actor, moment().now)}.ics`,
    }),
    'DELETE /api/my-calendar': ({ tx }) => endFeed(tx, moment().now),
    'GET /api/calendars/:token': async ({ params, reply }) => {
      const text = await readFeed(database, params.token.replace(/\.ics$/, ''), {
        today: today(),
        origin: publicUrl,
      })
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(text)
    },
  })
}
