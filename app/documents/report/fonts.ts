import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** Files of the faces of printed documents: Tinos (the metrics of Times) for text, PT Sans for charts. */
export const fontFiles: readonly string[] = [
  ...['400Regular', '400Regular_Italic', '700Bold'].map(face => fileOf('tinos', 'Tinos', face)),
  ...['400Regular', '700Bold'].map(face => fileOf('pt-sans', 'PTSans', face)),
]

function fileOf(pack: string, name: string, face: string): string {
  const folder = dirname(require.resolve(`@expo-google-fonts/${pack}/package.json`))
  return join(folder, face, `${name}_${face}.ttf`)
}
