/** Markup that has been escaped already; the only thing that `html` puts in as it is. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

type Part = Markup | string | number | boolean | null | undefined | readonly Part[]

/**
 * A piece of HTML from a template: every value is escaped unless it is markup itself, arrays are joined, null,
 * undefined and booleans leave nothing. Attributes must be written in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, string, i) => text + render(values[i - 1]) + string))
}

/** Markup made elsewhere by our own code (a chart); never text that a person or a file has written. */
export function trusted(markup: string): Markup {
  return new Markup(markup)
}

function render(part: Part): string {
  if (part === null || part === undefined || typeof part === 'boolean') return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  return escapeText(String(part))
}

/** Text for HTML or XML content and double-quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character])
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
