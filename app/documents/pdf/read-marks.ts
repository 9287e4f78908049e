import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesOfPath } from './lines-of-path.ts'
import { type Matrix, place, times } from './matrix.ts'
import { turnUpright } from './turn-upright.ts'
import type { PageMarks, Rule, Sign, Way } from './types.ts'

/** What the content of a page says, as pdf.js gives it: operators and what they are applied to. */
export interface Operators {
  readonly fnArray: readonly number[]
  // biome-ignore lint/suspicious/noExplicitAny: every operator has arguments of its own
  readonly argsArray: readonly any[]
}

interface Sheet {
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** How text is set: PDF 32000-1, 9.3. Saved and restored with the place on the page. */
interface Setting {
  readonly matrix: Matrix
  readonly font: string
  readonly scale: number
  readonly size: number
  readonly letters: number
  readonly spaces: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  readonly inks: { readonly stroke: string; readonly fill: string }
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const BLACK = { stroke: '#000000', fill: '#000000' }
/** Bullets as faces of symbols number them. */
const BULLET = /[\uF0A7\uF0B7\uF0D8\uF0FC]/g
/** Further from an axis a line of text is a stamp over the page («ПРОЕКТ»). */
const MOST_SLANT = 0.2
const PAINTS: ReadonlyMap<number, { stroke: boolean; fill: boolean }> = new Map([
  [OPS.stroke, { stroke: true, fill: false }],
  [OPS.closeStroke, { stroke: true, fill: false }],
  [OPS.fill, { stroke: false, fill: true }],
  [OPS.eoFill, { stroke: false, fill: true }],
  [OPS.fillStroke, { stroke: true, fill: true }],
  [OPS.eoFillStroke, { stroke: true, fill: true }],
  [OPS.closeFillStroke, { stroke: true, fill: true }],
  [OPS.closeEOFillStroke, { stroke: true, fill: true }],
])

/**
 * Where every sign of a page stands, and every straight line that is drawn. pdf.js joins signs to pieces of text by itself and
 * puts spaces between; a narrow border of two cells is lost there, so the signs are followed one by one.
 */
export function readMarks(
  { fnArray, argsArray }: Operators,
  sheet: Sheet,
  scaleOf: (font: string) => number,
): PageMarks {
  const signs: Sign[] = []
  const across: Rule[] = []
  const down: Rule[] = []
  const saved: Setting[] = []
  let now: Setting = {
    matrix: sheet.transform as Matrix,
    ...{ font: '', scale: 0.001, size: 0, letters: 0, spaces: 0, stretch: 1, leading: 0, rise: 0 },
    inks: BLACK,
  }
  let text: Matrix = [1, 0, 0, 1, 0, 0]
  let [x, y, lineX, lineY] = [0, 0, 0, 0]
  const moveTo = (toX: number, toY: number) => {
    x = lineX = toX
    y = lineY = toY
  }
  const setFont = (name: string, size: number) => {
    now = { ...now, font: name, scale: scaleOf(name), size }
  }
  const show = (glyphs: readonly (Glyph | number)[]) => {
    const onPage = times(now.matrix, text)
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph * now.size * now.stretch) / 1000
        continue
      }
      const width = glyph.width * now.scale * now.size
      // A hyphen of any kind that is drawn is one; many faces have one shape for all of them.
      const words = glyph.unicode.replace(/[\u00AD\u2010\u2011]/g, '-').replace(BULLET, '•')
      const sign = signAt(onPage, words, x, y + now.rise, width * now.stretch, now.size)
      if (sign) signs.push({ ...sign, font: now.font })
      x += (width + now.letters + (glyph.isSpace ? now.spaces : 0)) * now.stretch
    }
  }
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        saved.push(now)
        break
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        now = saved.pop() ?? now
        break
      case OPS.paintFormXObjectBegin:
        saved.push(now)
        if (args[0]) now = { ...now, matrix: times(now.matrix, args[0]) }
        break
      case OPS.transform:
        now = { ...now, matrix: times(now.matrix, args as Matrix) }
        break
      case OPS.beginText:
        text = [1, 0, 0, 1, 0, 0]
        moveTo(0, 0)
        break
      case OPS.setTextMatrix:
        text = Array.from(args.length === 1 ? args[0] : args) as unknown as Matrix
        moveTo(0, 0)
        break
      case OPS.moveText:
        moveTo(lineX + args[0], lineY + args[1])
        break
      case OPS.setLeadingMoveText:
        now = { ...now, leading: -args[1] }
        moveTo(lineX + args[0], lineY + args[1])
        break
      case OPS.nextLine:
        moveTo(lineX, lineY - now.leading)
        break
      case OPS.setFont:
        setFont(args[0], args[1])
        break
      case OPS.setGState:
        for (const [key, value] of args[0]) if (key === 'Font') setFont(value[0], value[1])
        break
      case OPS.setCharSpacing:
        now = { ...now, letters: args[0] }
        break
      case OPS.setWordSpacing:
        now = { ...now, spaces: args[0] }
        break
      case OPS.setHScale:
        now = { ...now, stretch: args[0] / 100 }
        break
      case OPS.setLeading:
        now = { ...now, leading: args[0] }
        break
      case OPS.setTextRise:
        now = { ...now, rise: args[0] }
        break
      case OPS.setStrokeRGBColor:
        now = { ...now, inks: { ...now.inks, stroke: String(args[0]) } }
        break
      case OPS.setFillRGBColor:
        now = { ...now, inks: { ...now.inks, fill: String(args[0]) } }
        break
      case OPS.showText:
        show(args[0])
        break
      case OPS.constructPath: {
        const paints = PAINTS.get(args[0])
        const path = args[1]?.[0]
        if (!paints || !path) break
        const drawn = {
          stroke: paints.stroke && isInk(now.inks.stroke),
          fill: paints.fill && isInk(now.inks.fill),
        }
        const found = linesOfPath(path, now.matrix, drawn)
        across.push(...found.across)
        down.push(...found.down)
      }
    }
  }
  return turnUpright({ width: sheet.width, height: sheet.height, signs, across, down })
}

/** White on white draws nothing. */
const isInk = (colour: string) => colour.toLowerCase() !== '#ffffff'

function signAt(
  matrix: Matrix,
  text: string,
  x: number,
  y: number,
  width: number,
  size: number,
): Omit<Sign, 'font'> | null {
  const [fromX, fromY] = place(matrix, x, y)
  const [toX, toY] = place(matrix, x + width, y)
  const way = wayOf(matrix, Math.sign(size) || 1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a table of signs give such ones
  if (way === null || /^[\u0000-\u001F]*$/.test(text)) return null
  const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3])
  const flat = way === 'right' || way === 'left'
  // Of a line that goes down or up the page, left and right are its own: along the line.
  const [from, to] = flat ? [fromX, toX] : [fromY, toY]
  return {
    text,
    left: Math.min(from, to),
    right: Math.max(from, to),
    y: flat ? fromY : fromX,
    size: height,
    way,
  }
}

function wayOf([a, b]: Matrix, sign: number): Way | null {
  const [across, down] = [a * sign, b * sign]
  if (Math.min(Math.abs(across), Math.abs(down)) > MOST_SLANT * Math.max(Math.abs(across), Math.abs(down)))
    return null
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 'right' : 'left'
  return down > 0 ? 'down' : 'up'
}
