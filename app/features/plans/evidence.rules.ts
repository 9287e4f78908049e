/** An order, an analytic note, minutes, an address, a picture; `plan`: the plan of the level below that was asked for. */
export type EvidenceKind = 'order' | 'note' | 'protocol' | 'link' | 'photo' | 'plan' | 'other'

/** What proves that a measure was carried out. */
export interface Evidence {
  readonly kind: EvidenceKind
  readonly title: string
  readonly number: string | null
  /** Of the document, 'YYYY-MM-DD'. */
  readonly date: string | null
  readonly url: string | null
  readonly fileIds: readonly number[]
  readonly planId?: number | null
}

/** Before this year no document of an assessment that is still followed was signed: a slip of the pen. */
const OLDEST = '2000-01-01'
/** The least that tells somebody what was done. */
const SENTENCE = { letters: 20, words: 3 } as const

/**
 * Why this does not prove a measure, as a problem's code; null when it does. A document with its number and date proves,
 * so does a file, an address or a plan; where none is at hand, words of a sentence do. Every piece given must hold:
 * one that is sound does not carry a broken one.
 */
export function whyNotProved(evidence: readonly Evidence[], words: string, today: string): string | null {
  for (const piece of evidence) {
    const why = whyNotEvidence(piece, today)
    if (why !== null) return why
  }
  return evidence.length > 0 || isSentence(words) ? null : 'measure-evidence-missing'
}

function whyNotEvidence(piece: Evidence, today: string): string | null {
  const { kind, date, url } = piece
  if (date !== null && !isDay(date)) return 'measure-evidence-date'
  if (date !== null && date > today) return 'measure-evidence-future'
  if (date !== null && date < OLDEST) return 'measure-evidence-date'
  if (url !== null && !isWebAddress(url)) return 'measure-evidence-link'
  if (kind === 'link' && url === null) return 'measure-evidence-link'
  const named = Boolean(piece.number?.trim()) && date !== null
  const held = url !== null || piece.fileIds.length > 0 || Boolean(piece.planId)
  return named || held ? null : 'measure-evidence-incomplete'
}

/** A web page, without a name and password in its address. */
function isWebAddress(url: string): boolean {
  const parsed = URL.parse(url)
  if (parsed === null || /\s/.test(url)) return false
  const web = parsed.protocol === 'http:' || parsed.protocol === 'https:'
  return web && parsed.hostname !== '' && parsed.username === '' && parsed.password === ''
}

function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function isSentence(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  const count = words.match(/\p{L}+/gu)?.length ?? 0
  return letters >= SENTENCE.letters && count >= SENTENCE.words
}
