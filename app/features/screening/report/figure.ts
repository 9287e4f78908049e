import { html, type Markup, trusted } from '../../../documents/html/html.ts'
import { drawFigure } from '../figures/draw-figure.ts'
import type { FigureData } from '../figures/figure-data.ts'
import type { Wording } from './wording.ts'

/** A figure of the report: its caption is the finding, then what is drawn. Nothing where there is nothing to draw. */
export function figure(data: FigureData | null, id: string, { locale }: Wording): Markup | null {
  if (data === null) return null
  const { svg, title, description } = drawFigure(data, id, locale)
  return html`<figure><figcaption><b>${title}</b></figcaption><div class="scroll">${trusted(svg)}</div><p class="note">${description}</p></figure>`
}
