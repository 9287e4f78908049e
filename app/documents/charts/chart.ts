import { createRequire } from 'node:module'
import * as Plot from '@observablehq/plot'
import { fontFamily, palette } from '../palette.ts'

/** What every chart is told besides its numbers. */
export interface ChartText {
  /** Unique on the page: `<title>` and `<desc>` are referred to by it. */
  readonly id: string
  /** The finding in one sentence; also the text alternative. */
  readonly title: string
  /** What is drawn, n and the reference. */
  readonly description: string
  /** Other than its usual width, px: a phone has room for half of it. */
  readonly width?: number | undefined
}

/** The little of a document that drawing needs; the package's own declarations want the whole library of a browser. */
interface MiniElement {
  readonly outerHTML: string
  readonly firstChild: MiniElement | null
  textContent: string
  setAttribute(name: string, value: string): void
  insertBefore(child: MiniElement, before: MiniElement | null): void
}

interface MiniDocument {
  createElementNS(namespace: string, name: string): MiniElement
}

const domino: { createDocument(): MiniDocument } = createRequire(import.meta.url)('@mixmark-io/domino')
const svgNamespace = 'http://www.w3.org/2000/svg'
const document = domino.createDocument()

/**
 * Draws a Plot without a browser and returns a self-contained SVG string: no `<style>`, no inline styles and no
 * ids but those of the title and description (a page may hold hundreds of charts and forbid inline styles), with
 * coordinates rounded to a hundredth, so that the same numbers give the same bytes everywhere.
 */
export function drawChart(text: ChartText, options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    ...options,
    ...(text.width === undefined ? {} : { width: Math.min(text.width, options.width ?? text.width) }),
    document: document as never,
    className: 'chart',
  }) as unknown as MiniElement
  svg.setAttribute('xmlns', svgNamespace)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${text.id}-t ${text.id}-d`)
  svg.setAttribute('color', palette.text.light)
  svg.setAttribute('font-family', fontFamily)
  svg.setAttribute('font-size', '12')
  const before = svg.firstChild
  svg.insertBefore(named('title', `${text.id}-t`, text.title), before)
  svg.insertBefore(named('desc', `${text.id}-d`, text.description), before)

  return tidy(svg.outerHTML)
}

function named(tag: 'title' | 'desc', id: string, content: string): MiniElement {
  const element = document.createElementNS(svgNamespace, tag)
  element.setAttribute('id', id)
  element.textContent = content
  return element
}

/** HTML serialisation → XML that any reader of SVG takes, without digits nobody sees. */
function tidy(markup: string): string {
  return markup
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/ aria-(?:label|hidden)="[^"<>]*"/g, '')
    .replaceAll('&nbsp;', '\u00A0')
    .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, digits => String(Math.round(Number(digits) * 100) / 100))
    .replace(/<(path|circle|rect|line)([^<>]*)><\/\1>/g, '<$1$2/>')
}
