/**
 * What a browser fetches before the first page of a signed-in person stands: scripts and styles by their gzipped size.
 *
 *     node bench/web-size.ts
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb } from '../app/platform/http/build-web.ts'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

export interface WebSize {
  readonly file: string
  /** Bytes after gzip. */
  readonly gzipped: number
}

/** Parts fetched one after another on the way to «Моя работа», as named in Vite's manifest. */
const FIRST_LOAD = ['index.html', 'messages/ru/index.ts', 'shell/shell.tsx', 'pages/work-page.tsx']

/** Every script and style of the first load, largest first. */
export function measureFirstLoad(folder: string): WebSize[] {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(folder, '.vite/manifest.json'), 'utf8'),
  )
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  // A part that was joined into another chunk has no entry of its own, and is counted there.
  for (const key of FIRST_LOAD) if (manifest[key]) visit(key)
  return [...files]
    .map(file => ({ file, gzipped: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }))
    .sort((a, b) => b.gzipped - a.gzipped)
}

export function sumOf(sizes: readonly WebSize[], ending: '.js' | '.css'): number {
  return sizes.filter(({ file }) => file.endsWith(ending)).reduce((sum, { gzipped }) => sum + gzipped, 0)
}

if (import.meta.main) {
  const sizes = measureFirstLoad(await buildWeb(join(import.meta.dirname, '..')))
  for (const { file, gzipped } of sizes) console.log(`${(gzipped / 1024).toFixed(1).padStart(7)} KB  ${file}`)
  const [js, css] = [sumOf(sizes, '.js'), sumOf(sizes, '.css')].map(bytes => (bytes / 1024).toFixed(1))
  console.log(`first load, gzipped: ${js} KB of JS, ${css} KB of CSS`)
}
