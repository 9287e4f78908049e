import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { DESK, isLookedOver, PHONE, settled } from './stage.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa']
/** A label that leads to the field of another form: axe no longer looks for it. */
const DOUBLED_IDS = `(ids => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))])(
  [...document.querySelectorAll('[id]')].map(one => one.id))`
/** What is on a phone has the colours of the desk; in the dark nothing but the colours is different. */
const LOOKS: readonly (readonly [width: number, colorScheme: 'light' | 'dark', rule?: string])[] = [
  [DESK, 'light'],
  [DESK, 'dark', 'color-contrast'],
  [PHONE, 'light'],
]
/** Rows after the first look the same, and the marks of a picture are described beside it: no need to look at hundreds. */
const REPEATED = ['tbody tr:nth-child(n+9)', 'svg > *']
/** Widest that a page may be beyond the screen, px: a rounding, never a scroll bar. */
const ROUNDING = 1

/**
 * Looks a page over as it stands: accessibility at a desk and on a phone, in the light and in the dark, nothing wider than a phone, and a title of its own. Returns what is wrong, in words. On the database where looks are not looked at (see databases.ts), it waits until the page stands.
 */
export async function lookOver(
  page: Page,
  name: string,
  repeated: readonly string[] = REPEATED,
): Promise<string[]> {
  await settled(page)
  if (!isLookedOver(page)) return []
  const wrong: string[] = []
  const title = await page.title()
  if (!/^\S.* — (Объектив|Objektiv)$/.test(title)) wrong.push(`title: «${title}»`)
  const doubled = await page.evaluate<string[]>(DOUBLED_IDS)
  if (doubled.length > 0) wrong.push(`ids that stand twice: ${doubled.join(', ')}`)
  for (const [width, colorScheme, rule] of LOOKS) {
    await page.setViewportSize({ width, height: width === DESK ? 768 : 844 })
    await page.emulateMedia({ colorScheme })
    const found = await violations(page, repeated, rule)
    wrong.push(...found.map(one => `${width} ${colorScheme}: ${one}`))
  }
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  if (beyond > ROUNDING) wrong.push(`${beyond} px wider than a phone`)
  await shoot(page, name)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: DESK, height: 768 })
  return wrong.map(one => `${name}: ${one}`)
}

/** Each violation as one line: the rule, and the first elements that break it. */
async function violations(page: Page, repeated: readonly string[], rule?: string): Promise<string[]> {
  const runOnly = rule ? { type: 'rule', values: [rule] } : { type: 'tag', values: STANDARDS }
  const options = { runOnly, resultTypes: ['violations'] } as Parameters<AxeBuilder['options']>[0]
  const { violations } = (await page.evaluate('typeof axe === "object"'))
    ? await page.evaluate<Awaited<ReturnType<AxeBuilder['analyze']>>>(
        `axe.run(${JSON.stringify({ exclude: repeated })}, ${JSON.stringify(options)})`,
      )
    : await bringAxe(page, repeated).options(options).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(said).join(' | ')}`)
}

/** Into a page it is brought once: that takes longer than the looking. */
function bringAxe(page: Page, repeated: readonly string[]): AxeBuilder {
  // Our pages have no frames, so no second page is needed to gather what is found in them.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  for (const selector of repeated) axe.exclude(selector)
  return axe
}

function said({ target, html }: { target: unknown[]; html: string }): string {
  return `${target.join(' ')} ${html.slice(0, 120)}`
}

/** With BROWSER_SHOTS=FOLDER, pictures of both widths and both lights to look at. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.BROWSER_SHOTS
  if (!folder) return
  for (const width of [PHONE, DESK])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 768 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
}
