import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const PROGRAM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  path => path !== undefined && existsSync(path),
)

/** Chromium of this machine; null, with a word about it, where there is none. */
export async function openChromium(): Promise<Browser | null> {
  if (!PROGRAM) {
    console.log('Chromium is not found (CHROMIUM_PATH, /usr/bin/chromium): skipped')
    return null
  }
  return chromium.launch({
    executablePath: PROGRAM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A person at a desk screen with nothing in the cache. */
export async function freshContext(browser: Browser, address: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'ru-RU',
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(180_000)
  return context
}
