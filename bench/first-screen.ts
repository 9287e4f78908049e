/**
 * `npm run bench -- first-screen`: «Моя работа» and the list of signals in Chromium with an empty cache, in an installation
 * of 700 schools after five years, on the embedded database: seconds to the first paint and to what the page is opened
 * for.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Cookie, Page } from 'playwright-core'
import { buildWeb } from '../app/platform/http/build-web.ts'
import { heading, signIn } from '../tests/browser/steps.ts'
import { freshContext, openChromium } from './browser/chromium.ts'
import { layInstallation } from './browser/installation.ts'
import { startService } from './browser/service.ts'
import { PASSWORD } from './server/fill-installation.ts'
import { fillResults } from './server/fill-results.ts'

const VISITS = 9
const GOAL = 1.5
/** By who opens it: what is to stand there, beside the heading. */
const PAGES = [
  { name: '«Моя работа», analyst', email: 'analyst@example.org', path: '/', content: 'main ul.stack li' },
  { name: '«Моя работа», school', email: 'p0@example.org', path: '/', content: 'main ul.stack li' },
  { name: 'signals, analyst', email: 'analyst@example.org', path: '/signals', content: 'main tbody tr a' },
  {
    name: 'signals, municipality',
    email: 'office2@example.org',
    path: '/signals',
    content: 'main tbody tr a',
  },
] as const

const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`

const browser = await openChromium()
if (browser) {
  const data = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    await buildWeb(join(import.meta.dirname, '..'))
    await layInstallation(data, [], async database => void (await fillResults(database)))
    const service = await startService(data)
    try {
      for (const page of PAGES) await measure(browser, service.address, page)
    } finally {
      await service.stop()
    }
  } finally {
    await browser.close()
    rmSync(data, { recursive: true, force: true })
  }
}

async function measure(
  browser: Browser,
  address: string,
  { name, email, path, content }: (typeof PAGES)[number],
): Promise<void> {
  const cookies = await enter(browser, address, email)
  const paints: number[] = []
  const contents: number[] = []
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await freshContext(browser, address)
    await context.addCookies(cookies)
    const page = await context.newPage()
    const begun = performance.now()
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator(content).first().waitFor()
    contents.push((performance.now() - begun) / 1000)
    paints.push((await page.evaluate<number>(FIRST_PAINT)) / 1000)
    await context.close()
  }
  console.log(`${name.padEnd(26)} first paint ${show(paints)}, content ${show(contents)} (goal ${GOAL} s)`)
}

/** Signs in once, in a browser of its own: what it has kept is not there for the visits. */
async function enter(browser: Browser, address: string, email: string): Promise<Cookie[]> {
  const context = await freshContext(browser, address)
  const page: Page = await context.newPage()
  await signIn(page, email, PASSWORD)
  await heading(page, 'Моя работа')
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

function show(values: readonly number[]): string {
  const all = values.toSorted((a, b) => a - b)
  const [least, median, most] = [all[0], all[Math.floor(all.length / 2)], all.at(-1)!]
  return `${median.toFixed(2)} s (${least.toFixed(2)}–${most.toFixed(2)})`
}
