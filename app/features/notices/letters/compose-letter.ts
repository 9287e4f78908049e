import { html, type Markup } from '../../../documents/html/html.ts'
import { type Locale, say } from '../../../messages/format.ts'
import type { Letter } from '../../../platform/mail/index.ts'
import type { NoticeRow } from '../store/read-notices.ts'

/** More would not be read; the rest is counted. */
const MAX_LISTED = 30

export interface LetterContent {
  readonly to: string
  readonly locale: Locale
  readonly name: string
  readonly atOnce: boolean
  /** Oldest first; at least one. */
  readonly notices: readonly Pick<NoticeRow, 'kind' | 'params' | 'link'>[]
  /** Address of the application, without a slash at the end. */
  readonly publicUrl: string
}

/** A calm letter: what happened, sentence by sentence, each with its link; as text and as simple HTML. */
export function composeLetter({ to, locale, name, atOnce, notices, publicUrl }: LetterContent): Letter {
  const words = (id: string, params = {}) => say(locale, id, params)
  const listed = notices.slice(0, MAX_LISTED).map(({ kind, params, link }) => ({
    text: words(`notice.${kind}`, params),
    url: link === null ? null : publicUrl + link,
  }))
  const more = notices.length - listed.length
  const intro = words(atOnce ? 'letter.urgent.intro' : 'letter.digest.intro')
  const greeting = words('letter.greeting')
  const rest = more > 0 ? words('letter.more', { count: more }) : ''
  const footer = words('letter.footer', { url: publicUrl })
  return {
    to,
    name,
    subject: atOnce
      ? words('letter.urgent.subject', { kind: commonKind(notices) })
      : words('letter.digest.subject', { count: notices.length }),
    text: [
      greeting,
      intro,
      ...listed.map(({ text, url }) => `• ${oneParagraph(text)}${url ? `\n  ${url}` : ''}`),
      rest,
      `— \n${footer}`,
    ]
      .filter(part => part !== '')
      .join('\n\n'),
    html: html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"></head>
<body style="font-family:sans-serif;font-size:15px;line-height:1.45;color:#1B2733;max-width:600px">
<p>${greeting}</p><p>${intro}</p>
<ul style="padding-left:20px">
${listed.map(({ text, url }) => item(text, url))}</ul>
${rest === '' ? null : html`<p>${rest}</p>`}
<p style="color:#55656F;font-size:13px;border-top:1px solid #D9E0E6;padding-top:12px">${footer}</p>
</body></html>
`.toString(),
  }
}

/** The one kind of all notices as the subject's choice knows it; 'other' when they differ. */
function commonKind(notices: LetterContent['notices']): string {
  const kinds = new Set(notices.map(({ kind }) => kind))
  if (kinds.size > 1) return 'other'
  return [...kinds][0].replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function item(text: string, url: string | null): Markup {
  const words = oneParagraph(text)
  const shown = url ? html`<a href="${url}" style="color:#0B6E75">${words}</a>` : words
  return html`<li style="margin-bottom:8px">${shown}</li>
`
}

/** What a person wrote as a reason may hold line breaks; here it is one sentence of a list. */
function oneParagraph(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
