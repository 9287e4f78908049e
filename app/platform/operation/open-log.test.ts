import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { openLog } from './open-log.ts'

function written(lines: readonly string[], isTTY: boolean): string {
  const target = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY })
  const log = openLog(target as unknown as NodeJS.WriteStream)
  for (const line of lines) log.write(line)
  return String(target.read())
}

const REQUEST =
  '{"level":30,"time":1763802000000,"reqId":"ABC234","route":"GET /api/units","status":200,"ms":4}\n'

it('is JSON lines for a collector and words for a person', () => {
  expect(JSON.parse(written([REQUEST], false))).toMatchObject({ route: 'GET /api/units', status: 200 })
  expect(written([REQUEST], true)).toBe('09:00:00 GET /api/units 200 4 ms ABC234\n')
})

it('keeps what the database quotes out of the log, and the place of the fault in it', () => {
  const err = {
    type: 'DatabaseError',
    severity: 'ERROR',
    code: '22P02',
    message: 'invalid input syntax for type integer: "Иванова Анна"',
    detail: 'Key (email)=(anna@school.ru) already exists.',
    where: "unnamed portal parameter $1 = 'Иванова'",
    stack: 'error: invalid input syntax for type integer: "Иванова Анна"\n    at query (store.ts:5:3)',
  }
  const text = written([`${JSON.stringify({ level: 50, msg: 'fault', err })}\n`], false)
  expect(text).not.toMatch(/Иванова|anna@/)
  expect(text).toContain('22P02')
  expect(text).toContain('store.ts:5:3')
})

it('passes on what is no JSON as a message', () => {
  expect(JSON.parse(written(['a warning of Node\n'], false))).toEqual({ level: 30, msg: 'a warning of Node' })
})
