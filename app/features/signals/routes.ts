import type { FastifyInstance } from 'fastify'
import { hasMessage, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, type Doorkeeper, implement, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { causesOf } from '../screening/index.ts'
import { buildPassport, type PassportDoors } from './build-passport.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { openCase, presentSets, type ReadCase } from './case/open-case.ts'
import { signalsContract } from './contract.ts'
import { readSignalTable, writeSignalWorkbook } from './export-signals.ts'
import { figureCache } from './figure-cache.ts'
import { presentSignal } from './present-signal.ts'
import { shownFindings } from './shown-findings.ts'
import { sightOf } from './sight.ts'
import { type Acted, actOnSignals, type ReadSignal } from './store/act-on-signals.ts'
import { countSignals } from './store/count-signals.ts'
import { readEvidence, readPath } from './store/get-signal.ts'
import { listSignals } from './store/list-signals.ts'
import type { Step } from './store/take-step.ts'
import { drawShown } from './word-findings.ts'
import { namedChannels } from './words.ts'

export interface SignalsOptions extends PassportDoors, Partial<Calendar> {
  readonly readCase: ReadCase
}

/** Signals and what follows them, over HTTP. */
export function signalRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  { readCase, clock = () => new Date(), timeZone, ...doors }: SignalsOptions,
): void {
  const { database } = doorkeeper
  const days = () => readCalendar({ clock, timeZone })
  const readingOf = ({ scope }: Actor) => ({ scope, ...days() })
  const figures = figureCache()

  /** One act on one signal, at the version that was read. */
  const act = async (
    tx: Tx,
    actor: Actor,
    signal: ReadSignal,
    step: Omit<Step, 'now' | 'today'>,
  ): Promise<Acted> => {
    const [acted] = await actOnSignals(tx, actor, [signal], { ...step, ...days() })
    return acted
  }

  implement(app, doorkeeper, signalsContract, {
    'GET /api/signals': async ({ tx, query, actor }) => {
      const reading = readingOf(actor)
      const { items, ...rest } = await listSignals(tx, query, reading)
      return { items: items.map(row => presentSignal(actor.locale, row, reading)), ...rest }
    },
    'GET /api/signals/counts': async ({ tx, query, actor }) => {
      const { channels, ...rest } = await countSignals(tx, query, readingOf(actor))
      return {
        ...rest,
        channels: channels.map(({ id, count }) => ({ ...namedChannels(actor.locale, [id])[0], count })),
      }
    },
    'GET /api/signals/export.xlsx': async ({ actor, query, reply }) => {
      const { locale, scope } = actor
      const reading = readingOf(actor)
      const table = await database.asOfNow(scope, tx => readSignalTable(tx, locale, query, reading))
      const name = `${say(locale, 'signal.export.file', { day: reading.today })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeSignalWorkbook(path, locale, table))
    },
    'GET /api/signals/:id': ({ tx, params, actor }) => buildPassport(tx, actor, params.id, days(), doors),
    'GET /api/signals/:id/figures': async ({ tx, params, query, actor: { locale, scope } }) => {
      const narrow = query.narrow !== undefined
      const sight = sightOf(scope, await readPath(tx, params.id))
      const drawn = await figures.get(params.id, locale, { ...sight, narrow }, async () => {
        const { evidence } = await readEvidence(tx, params.id)
        return drawShown(locale, shownFindings(evidence, sight), params.id, narrow)
      })
      return { figures: [...drawn] }
    },
    'POST /api/signals/ask': async ({ tx, body: { signals, dueOn, text }, actor }) => {
      const step = { act: 'ask', dueOn, text, ...days() } as const
      return { asked: (await actOnSignals(tx, actor, signals, step)).length }
    },
    'POST /api/signals/:id/extend': ({ tx, params, body: { version, ...said }, actor }) =>
      act(tx, actor, { ...params, version }, { act: 'extend', ...said }),
    'POST /api/signals/:id/forward': ({ tx, params, body: { version, ...said }, actor }) =>
      act(tx, actor, { ...params, version }, { act: 'forward', ...said }),
    'POST /api/signals/:id/comment': ({ tx, params, body, actor }) =>
      act(tx, actor, params, { act: 'comment', ...body }),
    'POST /api/signals/:id/reply': ({ tx, params, body: { version, ...said }, actor }) => {
      refuseUnknownCauses(said.causes)
      return act(tx, actor, { ...params, version }, { act: 'reply', ...said })
    },
    'POST /api/signals/:id/return': ({ tx, params, body: { version, ...said }, actor }) =>
      act(tx, actor, { ...params, version }, { act: 'return', ...said }),
    'POST /api/signals/:id/close': ({ tx, params, body: { version, ...said }, actor }) =>
      act(tx, actor, { ...params, version }, { act: 'close', ...said }),
    'POST /api/signals/:id/reopen': ({ tx, params, body: { version, ...said }, actor }) =>
      act(tx, actor, { ...params, version }, { act: 'reopen', ...said }),
    'GET /api/signals/:id/case': async ({ params, query, actor }) => {
      const { set = 0, cursor, limit } = query
      const found = await database.as(actor.scope, tx => openCase(tx, actor, params.id, set))
      const page = await readCase(actor, { ...found.request, cursor, limit })
      return { ...page, set, sets: presentSets(actor.locale, found.sets) }
    },
    'GET /api/reply-causes': async ({ query, actor: { locale } }) => ({
      items: causesOf(query.channels.split(',').filter(Boolean)).map(id => ({ id, text: say(locale, id) })),
    }),
  })
}

/** A cause is a message that people read beside the reply: nothing but one of the list gets there. */
function refuseUnknownCauses(causes: readonly string[]): void {
  const unknown = causes.find(id => !/^(channel-cause|innocent)\./.test(id) || !hasMessage('ru', id))
  if (unknown !== undefined)
    throw new ProblemError({ code: 'signal-cause-unknown', params: { cause: unknown } })
}
