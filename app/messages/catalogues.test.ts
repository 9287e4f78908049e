import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { catalogues, type Locale } from './format.ts'

/** Names of the parameters an ICU message uses, sorted. */
function parametersOf(text: string, locale: Locale): string[] {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part)
    else if (node && typeof node === 'object') {
      const { type, value, options, children } = node as Record<string, unknown>
      // 0 is literal text, 7 is «#»; every other element names a parameter.
      if (typeof value === 'string' && type !== 0 && type !== 8) names.add(value)
      for (const option of Object.values((options ?? {}) as Record<string, { value: unknown }>))
        visit(option.value)
      if (children) visit(children)
    }
  }
  visit(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('message catalogues', () => {
  it('have the same messages in Russian and English', () => {
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.ru).sort())
  })

  it('parse, and use the same parameters in both languages', () => {
    const differing = Object.keys(catalogues.ru).filter(
      id =>
        parametersOf(catalogues.ru[id], 'ru').join() !== parametersOf(catalogues.en[id] ?? '', 'en').join(),
    )
    expect(differing).toEqual([])
  })

  it('never pass a verdict', () => {
    const verdicts = Object.entries(catalogues.ru).filter(([, text]) =>
      /нарушител|фальсифик|худш|мошен|подтасов/i.test(text),
    )
    expect(verdicts).toEqual([])
  })
})
