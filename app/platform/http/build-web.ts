import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  copyFile,
  glob,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type FileLock, lockFile } from '../lock-file.ts'

/** What the web app is made of: when any of it differs from what was built, the app is built anew. */
const SOURCES = [
  'app/web/**/*',
  'app/features/*/web/**/*',
  'app/documents/palette.ts',
  'app/messages/numbers.ts',
  'package-lock.json',
  'vite.config.ts',
]
const STAMP = '.sources'
/** How long files of an earlier build are still given out, ms. */
const KEPT_FOR = 3 * 86_400_000

/** How often a process looks whether another has finished building, ms. */
const LOOK = 200

/**
 * The folder of the built web app, built first when it is missing or older than its sources (a few seconds). Of several
 * processes that find it so, one builds and the others wait for it. A release ships it built, with the stamp of its
 * sources, so that nothing is built and nothing is written there.
 */
export async function buildWeb(root: string): Promise<string> {
  const folder = join(root, 'dist/web')
  const stamp = await stampOf(root)
  const isBuilt = async () => (await readFile(join(folder, STAMP), 'utf8').catch(() => null)) === stamp
  if (await isBuilt()) return folder
  await mkdir(join(root, 'dist'), { recursive: true })
  const lock = await takeTurn(join(root, 'dist/.building'))
  try {
    if (!(await isBuilt())) await build(root, folder, stamp)
  } finally {
    lock.release()
  }
  return folder
}

async function takeTurn(path: string): Promise<FileLock> {
  for (;;) {
    const lock = lockFile(path)
    if (lock) return lock
    await sleep(LOOK)
  }
}

async function build(root: string, folder: string, stamp: string): Promise<void> {
  const fresh = join(root, `dist/web-${process.pid}`)
  const { NODE_ENV } = process.env
  try {
    // Whoever builds it, tests too: what is built is kept for all, and the libraries have another form for development.
    process.env.NODE_ENV = 'production'
    const vite = await import('vite')
    await vite.build({
      configFile: join(root, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: 'warn',
      build: { outDir: fresh },
    })
    await compressAssets(join(fresh, 'assets'))
    await writeFile(join(fresh, STAMP), stamp)
    await replaceFolder(folder, fresh)
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
    await rm(fresh, { recursive: true, force: true })
  }
}

/** A hash over the names and contents of all sources. */
async function stampOf(root: string): Promise<string> {
  const files: string[] = []
  for await (const file of glob(SOURCES, { cwd: root, withFileTypes: true }))
    if (file.isFile() && !file.name.endsWith('.test.ts')) files.push(join(file.parentPath, file.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file.slice(root.length)}\n`).update(await readFile(file))
  return hash.digest('hex')
}

/** Smaller twins beside each asset, made once here and not at every request. */
async function compressAssets(folder: string): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  for (const name of await readdir(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    const text = await readFile(join(folder, name))
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(text, { level: 9 }))
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(text, quality))
  }
}

/**
 * Puts the new build in the place of the old one. Assets of the last days move over with it: a page that was opened
 * before an update, and a server that is still running, ask for them by their old names.
 */
async function replaceFolder(folder: string, fresh: string): Promise<void> {
  const assets = join(folder, 'assets')
  const made = new Set(await readdir(join(fresh, 'assets')))
  for (const name of existsSync(assets) ? await readdir(assets) : []) {
    const { mtimeMs } = await stat(join(assets, name))
    if (!made.has(name) && Date.now() - mtimeMs < KEPT_FOR)
      await carryOver(join(assets, name), join(fresh, 'assets', name))
  }
  const old = `${fresh}-old`
  if (existsSync(folder)) await rename(folder, old)
  await rename(fresh, folder)
  await rm(old, { recursive: true, force: true })
}

/** Keeps its age, so that it goes in its turn. */
async function carryOver(from: string, to: string): Promise<void> {
  const { atime, mtime } = await stat(from)
  await copyFile(from, to)
  await utimes(to, atime, mtime)
}
