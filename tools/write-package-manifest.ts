/**
 * Writes dist/package.json of a package, ready for `npm publish packages/<name>/dist`: inside the repository a package
 * is used as TypeScript source, which Node does not run from node_modules.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'

const { name, version, type, description, license, dependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
)
const exports = { '.': { types: './index.d.ts', default: './index.js' } }
writeFileSync(
  'dist/package.json',
  `${JSON.stringify({ name, version, type, description, license, exports, dependencies }, null, 2)}\n`,
)
copyFileSync('README.md', 'dist/README.md')
