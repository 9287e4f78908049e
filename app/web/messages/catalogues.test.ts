import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import en from './en/index.ts'
import ru from './ru/index.ts'

const catalogues: Record<'ru' | 'en', Readonly<Record<string, string>>> = { ru, en }
const APP = join(import.meta.dirname, '../..')

const sources = globSync('{web,features/*/web}/**/*.{ts,tsx}', { cwd: APP })
  .filter(file => !/messages\/(ru|en)\/|\.test\.ts$/.test(file))
  .map(file => readFileSync(join(APP, file), 'utf8'))
  .join('\n')

/** Names of the parameters an ICU message uses, sorted. */
function parametersOf(text: string, locale: string): string {
  const names = new Set<string>()
  const visit = (nodes: readonly unknown[]): void => {
    for (const node of nodes as { type: number; value: string; options?: Record<string, { value: [] }> }[]) {
      // 0 is literal text, 7 is «#»; every other element names a parameter.
      if (node.type !== 0 && node.type !== 7) names.add(node.value)
      for (const option of Object.values(node.options ?? {})) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort().join()
}

/** `unit.kind.${kind}` in the code stands for every id that begins and ends so. */
const patterns = [...sources.matchAll(/`((?:[a-z-]+\.)+[^`]*\$\{[^`]*)`/g)].map(
  match =>
    new RegExp(
      `^${match[1]
        .split(/\$\{[^}]*\}/)
        .map(part => part.replaceAll('.', '\\.'))
        .join('[^.]+')}$`,
    ),
)

describe('messages of the web app', () => {
  it('are the same in both languages, with the same parameters', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ru).sort())
    const differing = Object.keys(ru).filter(
      id => parametersOf(catalogues.ru[id], 'ru') !== parametersOf(catalogues.en[id], 'en'),
    )
    expect(differing).toEqual([])
  })

  it('are all there when a page asks for one', () => {
    const asked = [...sources.matchAll(/\bsay\(\s*'([^']+)'/g)].map(match => match[1])
    expect(asked.length).toBeGreaterThan(200)
    expect(asked.filter(id => !(id in ru))).toEqual([])
    expect(patterns.filter(pattern => !Object.keys(ru).some(id => pattern.test(id)))).toEqual([])
  })

  it('are all asked for by some page', () => {
    const unused = Object.keys(ru).filter(
      id => !sources.includes(`'${id}'`) && !patterns.some(pattern => pattern.test(id)),
    )
    expect(unused).toEqual([])
  })

  it('never pass a verdict', () => {
    const verdicts = Object.values(ru).filter(text => /нарушител|фальсифик|худш|мошен|подтасов/i.test(text))
    expect(verdicts).toEqual([])
  })
})
