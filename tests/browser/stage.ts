import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { readConfiguration } from '../../app/platform/operation/index.ts'
import { freePort } from '../../app/platform/testing/free-port.ts'
import { type RunningApp, startApp } from '../../app/start-app.ts'
import type { Installation } from '../world/lay-database.ts'
import { BROWSER } from '../world/start-world.ts'
import { launchChromium } from './chromium.ts'

/** The whole service on an empty data folder, and a browser to look at it with. */
export interface Stage {
  readonly running: RunningApp
  /** A person at a screen of their own; every fault the page reports is kept. */
  visit(options?: VisitOptions): Promise<Visit>
  stop(): Promise<void>
}

export interface VisitOptions {
  /** Cookies of somebody who has signed in already. */
  readonly cookie?: string
  readonly width?: number
}

export interface Visit {
  readonly page: Page
  /** Errors of scripts and refusals of the content security policy. Answers that refuse a request are no faults. */
  readonly faults: string[]
  /** Follows an address as if it were typed in, and waits for the heading. */
  open(path: string): Promise<void>
  leave(): Promise<void>
}

export const DESK = 1366
export const PHONE = 390
const HEIGHT = 768
const ANSWERED = /Failed to load resource: the server responded with a status of 4\d\d/

/**
 * @param lay puts into the given folder what the service starts on
 * @param looks whether pages are looked over on this stage (see look-over.ts)
 */
export async function openStage(
  lay: (folder: string) => Promise<Installation>,
  looks: boolean,
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'browser-stage-'))
  const installation = await lay(folder)
  const [running, browser] = await Promise.all([startOn(installation), launchChromium()])
  return {
    running,
    async visit(options) {
      const made = await visit(browser, running.address, options)
      if (looks) lookedOver.add(made.page)
      return made
    },
    async stop() {
      await browser.close()
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The service on an installation, for tests: more requests a minute than a person can send. */
export async function startOn(
  installation: Installation,
  options: { web?: false } = {},
): Promise<RunningApp> {
  const { folder, databaseUrl } = installation
  const env = databaseUrl ? { DATABASE_URL: databaseUrl } : {}
  return startApp({
    dataFolder: folder,
    host: '127.0.0.1',
    port: await freePort(),
    configuration: readConfiguration(env),
    env,
    requestLimit: 1_000_000,
    ...options,
  })
}

async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { cookie, width = DESK } = options
  const context = await browser.newContext({
    baseURL: address,
    // A session belongs to one browser, and the cookies were given to this one.
    userAgent: BROWSER['user-agent'],
    locale: 'ru-RU',
    viewport: { width, height: HEIGHT },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  if (cookie) await context.addCookies(cookiesOf(cookie, address))
  const page = await context.newPage()
  const faults: string[] = []
  const going = new Set<unknown>()
  onTheWay.set(page, going)
  page.on('request', request => going.add(request))
  page.on('requestfinished', request => going.delete(request))
  page.on('requestfailed', request => going.delete(request))
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !ANSWERED.test(message.text())) faults.push(message.text())
  })
  return {
    page,
    faults,
    async open(path) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    leave: () => context.close(),
  }
}

function cookiesOf(header: string, address: string) {
  return header.split('; ').map(pair => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address }
  })
}

/** Pages of the stage on which looks are looked at. */
const lookedOver = new WeakSet<Page>()

export function isLookedOver(page: Page): boolean {
  return lookedOver.has(page)
}

/** Requests of each page that are not answered yet. */
const onTheWay = new WeakMap<Page, Set<unknown>>()
const QUIET = 4
const STEP = 25

/** Nothing is on its way any more: no request for a tenth of a second, bones and spinners are gone. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < QUIET; ) {
    await sleep(STEP)
    quiet = onTheWay.get(page)?.size ? 0 : quiet + 1
  }
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}
