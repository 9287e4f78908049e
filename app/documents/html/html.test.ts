import { describe, expect, it } from 'vitest'
import { html, trusted } from './html.ts'
import { renderPage } from './page.ts'

describe('html', () => {
  it('escapes text in content and in attributes', () => {
    const name = `<script>alert("1")</script> & 'ООО'`
    expect(html`<p title="${name}">${name}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;ООО&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;ООО&#39;</p>',
    )
  })

  it('leaves markup as it is, joins arrays at any depth and drops what is not there', () => {
    const items = ['a', ['b', null], false, undefined, 0].map(item => html`<li>${item}</li>`)
    expect(html`<ul>${items}</ul>`.text).toBe('<ul><li>a</li><li>b</li><li></li><li></li><li>0</li></ul>')
    expect(html`${trusted('<b>1</b>')}`.text).toBe('<b>1</b>')
  })
})

describe('page', () => {
  const page = renderPage({ locale: 'ru', title: 'Отчёт <1>', body: html`<h1>Ж</h1>` })

  it('fetches nothing and forbids scripts', () => {
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|(?:src|href)="http|url\((?!data:)/)
  })

  it('carries its language, an escaped title and the Cyrillic font', () => {
    expect(page).toContain('<html lang="ru">')
    expect(page).toContain('<title>Отчёт &lt;1&gt;</title>')
    expect(page.match(/@font-face/g)).toHaveLength(2)
  })
})
