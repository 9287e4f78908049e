import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'objektiv-web-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** An app of one line; each build of it leaves a line in `builds`. */
function writeApp(line: string): void {
  mkdirSync(join(root, 'app/web'), { recursive: true })
  writeFileSync(join(root, 'app/web/index.html'), '<script type="module" src="./main.js"></script>')
  writeFileSync(join(root, 'app/web/main.js'), line)
  writeFileSync(
    join(root, 'vite.config.ts'),
    `import { appendFileSync } from 'node:fs'
    export default {
      root: ${JSON.stringify(join(root, 'app/web'))},
      build: { emptyOutDir: true },
      plugins: [{ name: 'count', buildStart: () => appendFileSync(${JSON.stringify(join(root, 'builds'))}, 'x') }],
    }`,
  )
}

const SCRIPT = `import { buildWeb } from ${JSON.stringify(join(import.meta.dirname, 'build-web.ts'))}
  await buildWeb(${JSON.stringify(root)})`

/** A process that wants the app built; its exit code. */
function want(): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], { stdio: 'inherit' })
  return new Promise(resolve => child.once('exit', resolve))
}

const built = () =>
  readdirSync(join(root, 'dist/web/assets')).filter(name => /^index-.*\.js$/.test(name)).length
const builds = () => readFileSync(join(root, 'builds'), 'utf8').length

it('is built once for all who want it, and anew when its sources differ', async () => {
  writeApp('document.title = "one"')
  expect(await Promise.all([want(), want(), want()])).toEqual([0, 0, 0])
  expect(builds()).toBe(1)
  expect(await want()).toBe(0)
  expect(builds()).toBe(1)
  writeApp('document.title = "two"')
  expect(await Promise.all([want(), want()])).toEqual([0, 0])
  expect(builds()).toBe(2)
  // A page opened before asks for its file by the old name.
  expect(built()).toBe(2)
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(['.building', 'web'])
})
