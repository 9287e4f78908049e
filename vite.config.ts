import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { chartStyles } from './app/documents/charts/theme.ts'
import { palette } from './app/documents/palette.ts'

/** The value the server replaces with a fresh nonce in every answer (app/platform/http/serve-web.ts). */
const NONCE = '__NONCE__'

/**
 * Gives the page the colours of `palette.ts` as CSS variables (`--ask-ground` for `askGround`), so that charts,
 * documents and the screen have one definition of each colour.
 */
function paletteAsCss(): Plugin {
  const name = 'virtual:palette.css'
  const resolved = `\0${name}`
  const kebab = (role: string) => role.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  const rules = (ground: 'light' | 'dark') =>
    Object.entries(palette)
      .map(([role, colour]) => `--${kebab(role)}:${colour[ground]}`)
      .join(';')
  // Charts come with literal colours; on the screen they follow the page, light or dark.
  const charts = chartStyles().replace(/var\(--(\w+)\)/g, (_, role: string) => `var(--${kebab(role)})`)
  return {
    name: 'palette-as-css',
    resolveId: id => (id === name ? resolved : null),
    load: id =>
      id === resolved
        ? `:root{${rules('light')}}:root[data-mantine-color-scheme='dark']{${rules('dark')}}@media print{:root:root{${rules('light')}}}${charts}`
        : null,
  }
}

export default defineConfig({
  root: join(import.meta.dirname, 'app/web'),
  plugins: [react(), paletteAsCss()],
  html: { cspNonce: NONCE },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    // The content security policy allows no data: fonts and no inline scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    target: 'es2022',
    reportCompressedSize: false,
    // The libraries are one file; what counts is their gzipped size, which a test holds (serve-web.test.ts).
    chunkSizeWarningLimit: 800,
    // What bench/web-size.ts measures the first load by.
    manifest: true,
    rolldownOptions: {
      output: {
        // A few files instead of fifty small ones: what every page needs comes at once, pages come one by one.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/ },
            { name: 'shared', test: /app\/web\/(components|client|shell)\// },
          ],
        },
      },
    },
  },
})
