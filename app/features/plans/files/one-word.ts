import { HALF, WRAP } from '../../../documents/pdf/index.ts'

/** Words that stand alone between others, however short. */
const SHORT =
  /^(?:и|в|с|к|о|у|а|на|по|от|до|из|за|не|об|со|во|ко|их|его|её|для|при|или|без|над|под|про|что|как|чем|все|всех|также)$/
/** Ends of words that are none themselves. */
const ENDING =
  /^(?:[бгджзйлмнпртфхцчшщъыьэюяе]|[аеиоуыэюя][йемхяю]|ами|ями|ого|его|ому|ему|ыми|ими|ств[аоеуы]|ост[ьи]|сти|ние|ния|нии|нию|ний|ных|ные|ной|ный|ная|ное|ным|ном|кие|ких|кая|кий|кой|ские|ских|ская|ский|ской|ции|ция|цию|ций|тель|тели|теля|телей|ется|ются|ться|тся|лся|лась|лись)$/

/** Long words that are whole end so; half of one may by chance. */
const WHOLE =
  /(?:[аяоеыи]я|[оеы]е|ие|[ыио]й|[ое]го|[ое]му|[ыи]х|[ыи]ми|[оеё]в|[ая]ми|ни[еяюй]|тел[ьяюи]|тором?|ник|ость|ости|ци[яию]|[аяие]ть)$/

/** A word with a hyphen at the end of a line, and what follows: nobody knows whether they are one. */
const DIVIDED = new RegExp(`[А-ЯЁа-яё-]+-${WRAP}[а-яё]+`, 'g')

/** Every word that the texts write whole; those at the border of two halves are not. */
export function knownWords(texts: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>()
  for (const text of texts) {
    const pieces = text.replace(DIVIDED, ' ').split(HALF)
    for (const [at, piece] of pieces.entries()) {
      const words = piece.match(/[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*/g) ?? []
      const from = at > 0 && /^[а-яё]/.test(piece) ? 1 : 0
      const to = at < pieces.length - 1 && /[А-ЯЁа-яё]$/.test(piece) ? words.length - 1 : words.length
      for (const word of words.slice(from, to)) known.add(word.toLowerCase())
    }
  }
  return known
}

/**
 * Whether the last word of a line that no letter more had room on goes on in the next line. Told by the words that the document writes
 * whole elsewhere, then by what can be no word of its own.
 */
export function isOneWord(
  first: string,
  second: string,
  known: ReadonlySet<string>,
): { readonly one: boolean; readonly sure: boolean } {
  const before = /[А-ЯЁа-яё]+$/.exec(first)?.[0].toLowerCase()
  const after = /^[а-яё]+/.exec(second)?.[0]
  // Points of a sentence, digits of a date.
  if (before === undefined || after === undefined) return { one: true, sure: true }
  if (known.has(before + after)) return { one: true, sure: true }
  if (known.has(before) && (known.has(after) || SHORT.test(after))) return { one: false, sure: true }
  if (ENDING.test(after)) return { one: true, sure: true }
  if (SHORT.test(after))
    return { one: !known.has(before) && !WHOLE.test(before) && after.length === 1, sure: false }
  return { one: !known.has(after) && !(WHOLE.test(before) && after.length > 3), sure: false }
}
