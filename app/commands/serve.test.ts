import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const CLI = join(import.meta.dirname, '../cli.ts')
const root = mkdtempSync(join(tmpdir(), 'objektiv-serve-'))
const data = join(root, 'data')
const alive = new Set<ChildProcess>()
afterAll(() => {
  for (const child of alive) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  readonly said: { log: string; words: string }
  readonly code: Promise<number | null>
  /** Waits for words to be told to the person. */
  hear(words: RegExp): Promise<RegExpExecArray>
}

function serve(...words: string[]): Started {
  const child = spawn(process.execPath, [CLI, 'serve', '--data', data, ...words], {
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child)
  const said = { log: '', words: '' }
  child.stdout?.setEncoding('utf8').on('data', text => {
    said.log += text
  })
  child.stderr?.setEncoding('utf8').on('data', text => {
    said.words += text
  })
  const code = new Promise<number | null>(resolve =>
    child.once('close', ended => {
      alive.delete(child)
      resolve(ended)
    }),
  )
  return {
    child,
    said,
    code,
    async hear(words) {
      for (;;) {
        const found = words.exec(said.words)
        if (found) return found
        if (child.exitCode !== null) throw new Error(`ended: ${said.words}`)
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    },
  }
}

it('starts an empty installation, finishes what was begun when it is stopped, and starts again', async () => {
  const first = serve()
  const [, address, token] = await first.hear(/(http:\/\/\S+?)\/setup[/#](\S+)/)
  // Making the first administrator takes a slow hash: the signal falls into the middle of it.
  const setUp = fetch(`${address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-objektiv': '1' },
    body: JSON.stringify({
      ...{
        token,
        region: 'Край',
        name: 'Ада',
        email: 'ada@demo.local',
        password: 'причал-у-реки-57',
        locale: 'ru',
      },
    }),
  })
  await new Promise(resolve => setTimeout(resolve, 60))
  const before = performance.now()
  // As Ctrl+C gives it: to the launcher and to the service, which counts them as one.
  first.child.kill('SIGINT')
  first.child.kill('SIGINT')
  expect((await setUp).status).toBeLessThan(300)
  expect(await first.code).toBe(0)
  // Nor does it wait for connections that a browser keeps open (72 s).
  expect(performance.now() - before).toBeLessThan(30_000)
  expect(existsSync(join(data, 'lock.json'))).toBe(false)
  for (const line of first.said.log.trim().split('\n')) expect(() => JSON.parse(line), line).not.toThrow()
  expect(first.said.log).not.toMatch(/ada@demo|причал/)

  const second = serve()
  await second.hear(/Ctrl\+C/)
  expect(second.said.words).not.toMatch(/setup[/#]/)
  const third = serve()
  expect(await third.code).toBe(2)
  expect(third.said.words).toContain(`процесс ${second.child.pid}`)
  expect(JSON.parse(readFileSync(join(data, 'lock.json'), 'utf8')).pid).toBe(second.child.pid)
  second.child.kill('SIGTERM')
  expect(await second.code).toBe(0)
})

it('puts no fictional region where real work has begun', async () => {
  const demo = serve('--demo')
  expect(await demo.code).toBe(2)
  expect(demo.said.words).toContain('создана для настоящей работы')
  expect(existsSync(join(data, 'demo-accounts.json'))).toBe(false)
  expect(existsSync(join(data, 'lock.json'))).toBe(false)
})

it('takes the next port where none was asked for, and says so where the asked one is taken', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const refused = serve('--port', String(port))
  expect(await refused.code).toBe(2)
  expect(refused.said.words).toContain(`Порт ${port}`)
  expect(existsSync(join(data, 'lock.json'))).toBe(false)
  taken.close()
})
