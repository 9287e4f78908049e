import { resolve } from 'node:path'
import type { PoolClient } from 'pg'
import { examineBatches } from '../features/results/index.ts'
import { hasMessage, type Locale, say } from '../messages/format.ts'
import { type Examination, examine, programVersion } from '../platform/operation/index.ts'
import { ProblemError } from '../platform/problem.ts'
import { type Command, required } from './parse-options.ts'
import { problemText } from './print-problems.ts'

const MARKS = { fine: '✔', warning: '!', trouble: '✖' } as const

/** `objektiv doctor`: is everything in order, and if not, what to do. Ends with 0, or with 2 when something is wrong. */
export const doctor: Command = {
  options: { data: 'text' },
  async run({ values, locale }) {
    const examination = await examine({
      root: resolve(required(values, 'data')),
      ...{ env: process.env, programVersion, now: new Date(), namedContents, rooms: batchesOf },
    })
    print(locale, examination)
    const { findings, problems } = examination
    const count = problems.length + findings.filter(({ level }) => level === 'trouble').length
    if (count > 0) throw new ProblemError({ code: 'doctor-found', params: { count } })
    const warnings = findings.filter(({ level }) => level === 'warning').length
    console.log(say(locale, 'doctor.all-fine', { warnings }))
  },
}

async function namedContents(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query('select distinct hash from stored_file where removed_at is null')
  return rows.map(({ hash }) => hash)
}

/** Batches of results: rows and folders must name each other. */
async function batchesOf(
  client: PoolClient,
  { batches }: { batches: string },
): Promise<Examination['findings']> {
  const { count, lost, orphaned } = await examineBatches(client, { folder: batches })
  return [
    lost.length > 0
      ? { level: 'trouble', code: 'batches-lost', params: { count: lost.length, batch: lost[0] } }
      : { level: 'fine', code: 'batches', params: { count } },
    ...(orphaned.length > 0
      ? [
          {
            level: 'warning' as const,
            code: 'batches-orphaned',
            params: { count: orphaned.length, batch: orphaned[0] },
          },
        ]
      : []),
  ]
}

function print(locale: Locale, { findings, problems }: Examination): void {
  for (const { level, code, params } of findings) {
    console.log(`${MARKS[level]} ${say(locale, `doctor.${code}`, params)}`)
    const advice = `doctor.${code}.advice`
    if (level !== 'fine' && hasMessage(locale, advice))
      console.log(`  ${say(locale, 'place.advice', { advice: say(locale, advice, params) })}`)
  }
  for (const problem of problems) console.log(problemText(locale, problem))
}
