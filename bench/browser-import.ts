/**
 * `npm run bench -- browser-import [FOLDER]`: the real files dropped on the page «Загрузка файлов» in Chromium, accepted,
 * and an analysis of them asked for there, on the embedded database. Beside the seconds it says for how long the page
 * stood still meanwhile, and the most memory that the server's process held over all of it.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildWeb } from '../app/platform/http/build-web.ts'
import { button, heading, signIn } from '../tests/browser/steps.ts'
import { browserCost } from './browser/browser-cost.ts'
import { freshContext, openChromium } from './browser/chromium.ts'
import { emailOf, layInstallation, loadRegistry } from './browser/installation.ts'
import { type Service, startService } from './browser/service.ts'
import { watchPage } from './browser/watch-page.ts'
import { PASSWORD } from './server/fill-installation.ts'

const RUNS = 3
const REGISTRY = 'school-registry.xlsx'

/** Runs in the page: what was put into a hidden field is dropped on the page's own. */
const DROP = `
  const dropped = new DataTransfer()
  for (const file of document.querySelector('#bench-files').files) dropped.items.add(file)
  document.querySelector('main input[type=file]').closest('label')
    .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }))
`
const HIDDEN_FIELD = `
  document.body.append(Object.assign(document.createElement('input'),
    { type: 'file', multiple: true, id: 'bench-files', hidden: true }))
`

/**
 * One piece of it: seconds, seconds of processors that server and browser used, for how long the page stood still, peak
 * memory at its end.
 */
interface Piece {
  readonly seconds: number
  readonly cpu: number
  readonly browserCpu: number
  readonly stillness: number
  readonly peakMb: number
}

const folder = process.argv[2]
const files = readdirSync(folder)
  .filter(name => name.endsWith('.xlsx') && name !== REGISTRY)
  .map(name => join(folder, name))
const browser = await openChromium()
if (browser) {
  const place = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    // Beforehand: building it takes a process more memory than serving it.
    await buildWeb(join(import.meta.dirname, '..'))
    await layInstallation(join(place, 'laid'), ['administrator', 'analyst'], (_, address) =>
      loadRegistry(address, join(folder, REGISTRY)),
    )
    const runs: { idle: number; imported: Piece; screened: Piece }[] = []
    for (let run = 0; run < RUNS; run++) runs.push(await measureOn(browser, place, run))
    const imports = runs.map(({ imported }) => imported)
    const screenings = runs.map(({ screened }) => screened)
    print(
      'memory of the server at first, MB',
      runs.map(({ idle }) => idle),
    )
    printPiece('drop to committed', imports, 40)
    printPiece('analysis with its outputs', screenings, 10)
  } finally {
    await browser.close()
    rmSync(place, { recursive: true, force: true })
  }
}

/** All of it once, on a copy of the installation. */
async function measureOn(browser: Browser, place: string, run: number) {
  const data = join(place, `run-${run}`)
  cpSync(join(place, 'laid'), data, { recursive: true })
  const service = await startService(data)
  const context = await freshContext(browser, service.address)
  try {
    const page = await context.newPage()
    await signIn(page, emailOf('analyst'), PASSWORD)
    await heading(page, 'Моя работа')
    const idle = service.cost().peakMb
    await page.goto('/imports')
    await page.getByText('Файлов пока нет').waitFor()
    await page.evaluate(HIDDEN_FIELD)
    await page.locator('#bench-files').setInputFiles(files)
    const imported = await measure(page, service, () => importAll(page))
    await page.goto('/runs/new')
    await button(page, 'Начать анализ').waitFor()
    const screened = await measure(page, service, () => screenAll(page))
    return { idle, imported, screened }
  } finally {
    await context.close()
    await service.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function measure(page: Page, service: Service, work: () => Promise<void>): Promise<Piece> {
  const before = service.cost().cpu
  const browserBefore = browserCost()
  const stillness = await watchPage(page)
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  const { peakMb, cpu } = service.cost()
  const browserCpu = browserCost() - browserBefore
  return { seconds, cpu: cpu - before, browserCpu, stillness: (await stillness()).longestGap, peakMb }
}

async function importAll(page: Page): Promise<void> {
  await page.evaluate(DROP)
  await button(page, new RegExp(`^Принять ${files.length} `)).click()
  await page
    .getByRole('status')
    .getByText(/^Принято: /)
    .waitFor()
  await page
    .getByText('Принят', { exact: true })
    .nth(files.length - 1)
    .waitFor()
}

/** From the press of the button to the moment at which the page offers the files of the analysis. */
async function screenAll(page: Page): Promise<void> {
  await button(page, 'Начать анализ').click()
  await button(page.getByRole('main'), /signals\.json/).waitFor()
}

function printPiece(what: string, pieces: readonly Piece[], goal: number): void {
  print(
    `${what}, s`,
    pieces.map(({ seconds }) => seconds),
    goal,
  )
  print(
    "  of the server's processors, s",
    pieces.map(({ cpu }) => cpu),
  )
  print(
    "  of the browser's processors, s",
    pieces.map(({ browserCpu }) => browserCpu),
  )
  print(
    '  longest stillness of the page, s',
    pieces.map(({ stillness }) => stillness),
  )
  print(
    '  peak memory until then, MB',
    pieces.map(({ peakMb }) => peakMb),
    1024,
  )
}

function print(what: string, values: readonly number[], goal?: number): void {
  const all = values.toSorted((a, b) => a - b)
  const show = (value: number) => value.toFixed(value < 100 ? 1 : 0)
  const median = all[Math.floor(all.length / 2)]
  const goalText = goal === undefined ? '' : `, goal ${goal}`
  console.log(
    `${what.padEnd(36)} ${show(median)} (${show(all[0])}–${show(all.at(-1)!)}, ${all.length} runs${goalText})`,
  )
}
