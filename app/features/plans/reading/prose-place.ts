import type { Draft } from './draft.ts'

/** «… на заседании. Срок: февраль. Ответственный: …»: what closes a point stands in its own paragraph. */
const INSIDE =
  /(?<=[.;)])\s+(?=(?:Срок|Ответственн)[а-яё]*(?:\s+(?:исполнения|реализации|за\s+исполнение|лицо))?\s*[:–—]|Отв\.\s*[:–—])/

/** A paragraph in the pieces that say what, when and who; the latter stand inside the paragraph of a point. */
export function cutInside(whole: string): { paragraph: string; inside: boolean }[] {
  return whole.split(INSIDE).map((paragraph, at) => ({ paragraph, inside: at > 0 }))
}

/** The point whose paragraph it is; of a list without numbers that semicolons hold together, every item. */
export function ofOneSentence({ waiting, goesOn }: Place): readonly Draft[] {
  const whole = waiting.slice(0, -1).every(draft => draft.number === null && goesOn.has(draft))
  return whole ? waiting : waiting.slice(-1)
}

export interface Place {
  /** A title of Markdown. */
  heading: string | null
  addressee: string | null
  /** The addressee is a numbered point, so that the next point is for somebody else. */
  ofNumber: boolean
  /** «РЕШИЛИ:» was met: points below it are measures even without an addressee. */
  open: boolean
  /** It was the word of an order, whose points may have no term. */
  ordered: boolean
  /** It was the word of a letter, which asks. */
  wished: boolean
  /** Under a title of aims, results or people. */
  apart: boolean
  /** «РЕШИЛИ:» stands somewhere: what is counted before it is the agenda. */
  readonly resolved: boolean
  /** The document closes its points by lines of terms. */
  readonly bare: boolean
  intro: string | null
  /** Items that the next line of a term serves. */
  waiting: Draft[]
  /** Items that end in a semicolon: the sentence goes on in the next. */
  readonly goesOn: Set<Draft>
  /** Points whose own paragraph says who answers. */
  readonly named: Set<Draft>
}
