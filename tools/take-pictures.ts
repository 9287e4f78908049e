/**
 * Takes the pictures of the guides anew: `node tools/take-pictures.ts ADDRESS PASSWORD`, both as `npm start` prints them,
 * once it says that the demo region is filled. Chromium of this machine is used.
 */
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

const [address, password] = process.argv.slice(2)
if (!address || !password) throw new Error('usage: take-pictures.ts ADDRESS PASSWORD')
const FOLDER = join(import.meta.dirname, '../docs/pictures')
/** Wide enough for the menu, small enough to be read in a text. */
const WIDTH = 1120
const HEIGHT = 700

async function firstSignal(page: Page): Promise<void> {
  await page.locator('main a[href^="/signals/"]').first().click()
  // The address changes before the page does; a passport is named by school and work.
  await page.getByRole('heading', { level: 1, name: '·' }).waitFor()
}

function first(room: 'plans' | 'measures') {
  return async (page: Page): Promise<void> => {
    await page.locator(`main table a[href^="/${room}/"]`).first().click()
    await page.waitForURL(new RegExp(`/${room}/\\d+`))
    await page.getByRole('heading', { level: 2 }).first().waitFor()
  }
}

const pictures: readonly {
  name: string
  role: string
  path: string
  height?: number
  step?: (page: Page) => Promise<void>
}[] = [
  { name: 'imports', role: 'analyst', path: '/imports', height: 1560 },
  { name: 'region', role: 'analyst', path: '/region', height: 1000 },
  { name: 'signals', role: 'analyst', path: '/signals', height: 840 },
  {
    ...{ name: 'municipality-signal', role: 'municipality', path: '/signals?state=asked' },
    ...{ height: 1160, step: firstSignal },
  },
  { name: 'school-work', role: 'head', path: '/', height: 960 },
  { name: 'school-signal', role: 'head', path: '/', height: 1530, step: firstSignal },
  { name: 'plan', role: 'analyst', path: '/plans?level=region', step: first('plans') },
  {
    ...{ name: 'school-measure', role: 'head', path: '/measures?state=returned' },
    ...{ height: 1200, step: first('measures') },
  },
]

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
for (const { name, role, path, height = HEIGHT, step } of pictures) {
  const context = await browser.newContext({
    ...{ baseURL: address, viewport: { width: WIDTH, height }, locale: 'ru-RU' },
    ...{ colorScheme: 'light', reducedMotion: 'reduce' },
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(`${role}@demo.local`)
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: 'Моя работа', level: 1 }).waitFor()
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await step?.(page)
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.locator('main h2, main table').first().waitFor()
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  console.log(name)
  await context.close()
}
await browser.close()
