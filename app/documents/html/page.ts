import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Locale } from '../../messages/format.ts'
import { chartStyles } from '../charts/theme.ts'
import { type ColourRole, palette } from '../palette.ts'
import { html, type Markup, trusted } from './html.ts'

/**
 * A page of one file: styles and fonts inside, nothing fetched, scripts forbidden by its own policy. It can be mailed,
 * opened from a disk of a closed network, printed.
 */
export function renderPage(page: { locale: Locale; title: string; body: Markup }): string {
  return html`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'">
<title>${page.title}</title>
<style>${trusted(styles())}</style>
</head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`.text
}

let cachedStyles: string | undefined

function styles(): string {
  cachedStyles ??= [
    ...[fontFace('cyrillic', 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'), fontFace('latin', LATIN)],
    `:root{${variables('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}`,
    readFileSync(join(import.meta.dirname, 'page.css'), 'utf8'),
    chartStyles(),
  ].join('\n')
  return cachedStyles
}

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+2215'

function fontFace(subset: string, range: string): string {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@fontsource-variable/golos-text/package.json'),
  )
  const data = readFileSync(join(folder, `files/golos-text-${subset}-wght-normal.woff2`)).toString('base64')
  return `@font-face{font-family:'Golos Text Variable';font-weight:400 900;font-display:swap;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
}

function variables(theme: 'light' | 'dark'): string {
  return (Object.keys(palette) as ColourRole[]).map(role => `--${role}:${palette[role][theme]}`).join(';')
}
