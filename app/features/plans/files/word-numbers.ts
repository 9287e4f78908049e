import { elements, replaceElements } from './word-elements.ts'

/**
 * Numbers that Word counts itself («1.», «1.1.») stand in no cell: they are written into the document's XML as words,
 * so that a reader of words sees what a person sees. Bullets become dashes.
 */
export function writeNumbersOut(document: string, numbering: string, styles: string): string {
  const lists = readLists(numbering)
  const ofStyle = numbersOfStyles(styles)
  const counters = new Map<string, number[]>()
  return replaceElements(document, 'pPr', (inner, whole) => {
    const own = numPr(inner)
    const style = /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1]
    const inherited = style === undefined ? undefined : ofStyle.get(style)
    const id = own?.id ?? inherited?.id
    const level = own?.level ?? inherited?.level ?? 0
    const list = id === undefined ? undefined : lists.get(id)
    if (!list || id === '0') return whole
    const label = nextLabel(list, level, counters)
    const plain = `<w:pPr>${replaceElements(inner, 'numPr', () => '<w:numPr><w:numId w:val="0"/></w:numPr>')}</w:pPr>`
    return label === '' ? plain : `${plain}<w:r><w:t xml:space="preserve">${label} </w:t></w:r>`
  })
}

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

interface List {
  /** Lists of one abstract definition go on counting together. */
  readonly family: string
  readonly levels: readonly Level[]
  /** Begins anew: «restart numbering». */
  readonly restarts: boolean
  readonly id: string
}

function readLists(xml: string): Map<string, List> {
  const families = new Map<string, Level[]>()
  for (const { attributes, inner } of elements(xml, 'abstractNum')) {
    const id = / w:abstractNumId="(\d+)"/.exec(attributes)?.[1]
    if (id === undefined) continue
    const levels: Level[] = []
    for (const { attributes: ofLevel, inner: level } of elements(inner, 'lvl')) {
      const at = / w:ilvl="(\d)"/.exec(ofLevel)?.[1]
      if (at === undefined) continue
      levels[Number(at)] = {
        format: /<w:numFmt w:val="([^"]*)"/.exec(level)?.[1] ?? 'decimal',
        text: /<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? '',
        start: Number(/<w:start w:val="(\d+)"/.exec(level)?.[1] ?? 1),
      }
    }
    families.set(id, levels)
  }
  const lists = new Map<string, List>()
  for (const { attributes, inner } of elements(xml, 'num')) {
    const id = / w:numId="(\d+)"/.exec(attributes)?.[1]
    if (id === undefined) continue
    const family = /<w:abstractNumId w:val="(\d+)"/.exec(inner)?.[1] ?? ''
    lists.set(id, {
      id,
      family,
      levels: families.get(family) ?? [],
      restarts: inner.includes('startOverride'),
    })
  }
  return lists
}

function numbersOfStyles(xml: string): Map<string, { id: string; level: number }> {
  const found = new Map<string, { id: string; level: number }>()
  for (const { attributes, inner } of elements(xml, 'style')) {
    const id = / w:styleId="([^"]*)"/.exec(attributes)?.[1]
    const number = numPr(inner)
    if (id !== undefined && number?.id !== undefined)
      found.set(id, { id: number.id, level: number.level ?? 0 })
  }
  return found
}

function numPr(xml: string): { id: string | undefined; level: number | undefined } | null {
  const found = elements(xml, 'numPr').next().value
  if (!found) return null
  const { inner } = found
  const level = /<w:ilvl w:val="(\d)"/.exec(inner)?.[1]
  return {
    id: /<w:numId w:val="(\d+)"/.exec(inner)?.[1],
    level: level === undefined ? undefined : Number(level),
  }
}

function nextLabel(list: List, level: number, counters: Map<string, number[]>): string {
  const definition = list.levels[level]
  if (!definition || definition.format === 'none') return ''
  if (definition.format === 'bullet') return '–'
  const key = list.restarts ? `num ${list.id}` : `family ${list.family}`
  const counts = counters.get(key) ?? []
  counters.set(key, counts)
  for (let at = 0; at < level; at++) counts[at] ??= list.levels[at]?.start ?? 1
  counts[level] = counts[level] === undefined ? definition.start : counts[level] + 1
  counts.length = level + 1
  return definition.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return inFormat(counts[at] ?? 1, list.levels[at]?.format ?? 'decimal')
  })
}

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function inFormat(value: number, format: string): string {
  // A file may begin to count anywhere; what no list of a plan reaches is written in digits.
  if (value > 399) return String(value)
  if (format === 'upperRoman' || format === 'lowerRoman') {
    let [left, words] = [value, '']
    for (const [size, sign] of ROMAN) for (; left >= size; left -= size) words += sign
    return words
  }
  if (format === 'russianLower' || format === 'russianUpper')
    return 'абвгдежзиклмнопрстуфхцчшщэюя'[value - 1] ?? String(value)
  if ((format === 'lowerLetter' || format === 'upperLetter') && value <= 26)
    return String.fromCharCode(96 + value)
  return String(value)
}
