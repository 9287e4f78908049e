import type { Page } from 'playwright-core'

/** Runs in the page: notes each moment at which what it tells has become something else. */
const WATCH = `
  window.benchChanges = [performance.now()]
  let told = document.querySelector('main').innerText
  new MutationObserver(() => {
    const now = document.querySelector('main').innerText
    if (now === told) return
    told = now
    window.benchChanges.push(performance.now())
  }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true })
`

/** Changes of what the page tells, from now on. */
export async function watchPage(page: Page): Promise<() => Promise<{ changes: number; longestGap: number }>> {
  await page.evaluate(WATCH)
  return async () => {
    const at = await page.evaluate<number[]>('[...window.benchChanges, performance.now()]')
    const gaps = at.slice(1).map((moment, index) => (moment - at[index]) / 1000)
    return { changes: at.length - 2, longestGap: Math.max(...gaps) }
  }
}
