import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import { sayDate } from '../../../messages/dates.ts'
import { say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Actor, sendMadeFile } from '../../../platform/http/index.ts'
import { localDate } from '../../../platform/local-date.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { layReplies } from '../outputs/lay-replies.ts'
import { keyOfReply } from '../outputs/reply-slots.ts'
import { listOutputs, OUTPUT_TYPES, type OutputName } from '../runs/keep-outputs.ts'
import type { ScreeningService } from '../service.ts'
import { readDoneRun } from '../store/read-run.ts'

const KINDS = { 'report.html': 'html', 'signals.xlsx': 'xlsx', 'signals.json': 'json' } as const

/**
 * Sends an output of a run as it was frozen, with how the reply to each of its signs stands now: what leaves the program
 * is passed on, and no sign is passed on without it.
 */
export async function sendOutput(
  service: ScreeningService,
  actor: Actor,
  { id, name }: { readonly id: number; readonly name: OutputName },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { locale, scope } = actor
  const { hash, replies } = await service.database.asOfNow(scope, async tx => {
    const run = await readDoneRun(tx, id)
    const output = (await listOutputs(tx, id)).find(one => one.name === name)
    if (!output) throw new ProblemError({ code: 'not-found' })
    await logRead(tx, 'screening_run', String(id), run.unit_id, { output: name })
    return { hash: output.hash, replies: await repliesBySlot(tx, service, actor, id) }
  })
  const content = await service.files.get(hash)
  return sendMadeFile(reply, { name, mediaType: OUTPUT_TYPES[name] }, async path => {
    const kept = `${path}-kept`
    await pipeline(content, createWriteStream(kept))
    await layReplies({
      ...{ from: kept, to: path, kind: KINDS[name], replies },
      day: sayDate(locale, localDate(service.clock(), service.timeZone)),
      nobody: say(locale, 'run.reply.nobody'),
    })
  })
}

/** Replies to every sign of the run, by the places that its outputs hold open. */
async function repliesBySlot(
  tx: Tx,
  { repliesOf, clock, timeZone }: ScreeningService,
  { locale }: Actor,
  runId: number,
): Promise<Map<string, string>> {
  const schools = await tx
    .selectFrom('run_school')
    .select(['login', 'unit_id'])
    .where('run_id', '=', runId)
    .where('registered', '=', true)
    .execute()
  const logins = Map.groupBy(schools, ({ unit_id }) => unit_id)
  const replies = await repliesOf(tx, { runId, unitIds: [...logins.keys()], locale, clock, timeZone })
  return new Map(
    replies.flatMap(({ unitId, source, position, reply }) =>
      logins
        .get(unitId)!
        .map(({ login }) => [keyOfReply(login, source === 'own' ? 'own' : position), reply] as const),
    ),
  )
}
