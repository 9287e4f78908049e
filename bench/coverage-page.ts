/**
 * The second part of `npm run bench -- plans`: the coverage of 200 measures in 640 schools as a person opens it, in Chromium,
 * on the embedded database: from choosing «Школы» to the rows of schools being drawn, and for how long the page stands
 * still while it is scrolled to its end.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildWeb } from '../app/platform/http/build-web.ts'
import { heading, signIn } from '../tests/browser/steps.ts'
import { freshContext, openChromium } from './browser/chromium.ts'
import { layInstallation } from './browser/installation.ts'
import { startService } from './browser/service.ts'
import { PASSWORD } from './server/fill-installation.ts'
import { COVERED_SCHOOLS, fillCoverage, fillPlans } from './server/fill-plans.ts'

const RUNS = 5
const GOAL = 1
const ROWS = 'main table[aria-rowcount]'

/** Runs in the page: until the rows of schools stand there. A region has more schools than the plan was sent to. */
const DRAWN = `new Promise(done => {
  const look = () => {
    const table = document.querySelector('${ROWS}')
    const rows = Number(table?.getAttribute('aria-rowcount'))
    if (rows > ${COVERED_SCHOOLS} && table.querySelector('tbody td')) done()
    else requestAnimationFrame(look)
  }
  look()
})`

/** Runs in the page: scrolls down by screens, and says the longest time between two frames, ms. */
const SCROLL = `new Promise(done => {
  const frame = document.querySelector('${ROWS}').parentElement
  let longest = 0, last = performance.now()
  const step = now => {
    longest = Math.max(longest, now - last)
    last = now
    if (frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 2) return done(longest)
    frame.scrollTop += 400
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

const browser = await openChromium()
if (browser) {
  const data = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    await buildWeb(join(import.meta.dirname, '..'))
    let plan = 0
    await layInstallation(data, [], async database => {
      await fillPlans(database)
      plan = await fillCoverage(database)
    })
    const service = await startService(data)
    try {
      await measure(browser, service.address, plan)
    } finally {
      await service.stop()
    }
  } finally {
    await browser.close()
    rmSync(data, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, address: string, plan: number): Promise<void> {
  const opened: number[] = []
  const still: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const context = await freshContext(browser, address)
    const page = await context.newPage()
    await signIn(page, 'analyst@example.org', PASSWORD)
    await heading(page, 'Моя работа')
    await page.goto(`/plans/${plan}?view=coverage`)
    const level = page.getByRole('combobox', { name: 'Чьи планы' })
    await level.waitFor()
    await page.waitForLoadState('networkidle')
    const begun = performance.now()
    await level.selectOption({ label: 'Школы' })
    await page.evaluate(DRAWN)
    opened.push((performance.now() - begun) / 1000)
    still.push(await page.evaluate<number>(SCROLL))
    await context.close()
  }
  console.log(`coverage on the page, 200 × ${COVERED_SCHOOLS}: ${show(opened, 2)} s (goal ${GOAL} s)`)
  console.log(`  longest stillness while it is scrolled: ${show(still, 0)} ms`)
}

function show(values: readonly number[], digits: number): string {
  const sorted = [...values].sort((a, b) => a - b).map(value => value.toFixed(digits))
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]}–${sorted.at(-1)}, ${sorted.length} runs)`
}
