import type { PageMarks, Rule, Sign, Way } from './types.ts'

const WAYS: readonly Way[] = ['right', 'down', 'left', 'up']

/** Turns a page whose lines go down, up or upside down, so that most of them go to the right. */
export function turnUpright(page: PageMarks): PageMarks {
  const { width, height, signs } = page
  const counts = WAYS.map(way => signs.filter(sign => sign.way === way).length)
  const main = WAYS[counts.indexOf(Math.max(...counts))]
  if (main === 'right') return page
  const quarter = main !== 'left'
  const [wide, high] = quarter ? [height, width] : [width, height]
  // Where a point that lies so far along x and along y comes to lie.
  const [flipX, flipY] = [main === 'left' || main === 'up', main === 'left' || main === 'down']
  const along = (at: number) => (flipX ? wide - at : at)
  const over = (at: number) => (flipY ? high - at : at)
  const turns = WAYS.indexOf(main)
  const turnRule = (rule: Rule, becomesAcross: boolean): Rule => {
    const [put, at] = becomesAcross ? [along, over(rule.at)] : [over, along(rule.at)]
    return { at, from: Math.min(put(rule.from), put(rule.to)), to: Math.max(put(rule.from), put(rule.to)) }
  }
  const turnSign = (sign: Sign): Sign => {
    const way = WAYS[(WAYS.indexOf(sign.way) - turns + 4) % 4]
    const becomesFlat = way === 'right' || way === 'left'
    const put = becomesFlat ? along : over
    const [one, other] = [put(sign.left), put(sign.right)]
    const y = becomesFlat ? over(sign.y) : along(sign.y)
    return { ...sign, left: Math.min(one, other), right: Math.max(one, other), y, way }
  }
  const across = (quarter ? page.down : page.across).map(rule => turnRule(rule, true))
  const down = (quarter ? page.across : page.down).map(rule => turnRule(rule, false))
  return { width: wide, height: high, signs: signs.map(turnSign), across, down }
}
