import { Resvg } from '@resvg/resvg-js'
import { fontFiles } from './fonts.ts'

/** A chart as pixels, two to a px of its own: for programs that cannot draw SVG. */
export function drawPng(svg: string): Buffer {
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    background: '#FFFFFF',
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'PT Sans' },
  })
    .render()
    .asPng()
}
