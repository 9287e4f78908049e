/**
 * Holds the arrows of the house (ARCHITECTURE.md): which folder may import which. Prints every import that goes
 * the wrong way and exits with 1. Runs in `npm run check`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** An import statement found in a file; both paths are relative to the root, with forward slashes. */
export interface Arrow {
  readonly from: string
  readonly to: string
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\1/g

/** Every import of a file: relative ones as paths from the root, others by their bare name. */
export function arrowsOf(file: string, text: string): Arrow[] {
  return [...text.matchAll(IMPORT)].map(match => {
    const target = match[2]
    const to = target.startsWith('.') ? join(dirname(file), target).split(sep).join('/') : target
    return { from: file, to }
  })
}

/** Why an arrow may not be, or null when it may. */
export function whyForbidden({ from, to }: Arrow): string | null {
  if (from.startsWith('packages/') && (to.startsWith('app/') || to.startsWith('bench/')))
    return 'a package may not know the application'
  if (from.startsWith('packages/') && /^node:/.test(to) && !isTest(from))
    return 'a package computes; files, clock and network are given to it'
  if (/^app\/(platform|documents|messages)\//.test(from) && to.startsWith('app/features/'))
    return `${from.split('/')[1]} may not know a feature`
  if (from.startsWith('app/platform/') && to.startsWith('app/documents/') && !isTest(from))
    return 'platform may not know documents'
  const room = roomOf(from)
  const other = roomOf(to)
  if (/^app\/(web\/|features\/[^/]+\/web\/)/.test(from) && /^node:/.test(to) && !isTest(from))
    return 'the web app runs in a browser'
  // The whole API is joined in one place, from pure contracts.
  if (from === 'app/contract.ts' && to === `app/features/${other}/contract.ts`) return null
  // The pages of a room have a door of their own, so that the server never loads what is meant for the browser.
  if (other && from.startsWith('app/web/') && to === `app/features/${other}/web/routes.ts`) return null
  // What a thread needs of a room has a door of its own as well: each thread loads it again.
  if (other && to === `app/features/${other}/threads.ts`) return null
  // What a room offers to tests lies in a folder of its own, and only tests go there.
  if (other && isTest(from) && to.startsWith(`app/features/${other}/testing/`)) return null
  if (
    other &&
    room !== other &&
    !to.endsWith(`app/features/${other}/index.ts`) &&
    to !== `app/features/${other}`
  )
    return `the room ${other} is entered through its index.ts`
  if (/[/-]rules\.ts$/.test(from) && isIo(to)) return 'rules are pure: no files, network or database'
  if (to.includes('packages/') && from.startsWith('app/')) return 'a package is imported by its name'
  return null
}

function roomOf(path: string): string | null {
  return /^app\/features\/([^/]+)/.exec(path)?.[1] ?? null
}

function isTest(path: string): boolean {
  return /\.test\.ts$|\/test\/|\/testing\//.test(path)
}

function isIo(target: string): boolean {
  return /^node:(fs|net|http|https|child_process|worker_threads)|^@duckdb\/|\/store(\.ts|\/)/.test(target)
}

function* sourceFiles(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* sourceFiles(root, path)
    else if (/\.tsx?$/.test(entry.name)) yield path
  }
}

if (import.meta.main) {
  const root = relative('', join(import.meta.dirname, '..')) || '.'
  const wrong = ['packages', 'app', 'bench']
    .flatMap(folder => [...sourceFiles(root, folder)])
    .flatMap(file => arrowsOf(file, readFileSync(join(root, file), 'utf8')))
    .flatMap(arrow => {
      const why = whyForbidden(arrow)
      return why ? [`${arrow.from} → ${arrow.to}: ${why}`] : []
    })
  for (const line of wrong) console.error(line)
  process.exitCode = wrong.length > 0 ? 1 : 0
}
