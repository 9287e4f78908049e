import { DEPTH } from './level-depth.ts'
import type { Level } from './reading/plan.ts'

/** Words that may stand before the plan: «утверждённая муниципальная дорожная карта». */
const BEFORE =
  /^(?:наличие|утвержд|принят|разработан|согласован|муниципальн|школьн|районн|годов|комплексн)[а-я]*\s+/
const PLAN = /^[«"]?(?:план(?:ы|а|ов)?|дорожн[а-я]+\s+карт[а-я]*)(?![а-я-])[»"]?\s*/
/** What a plan of measures goes on with; that of a lesson or of a commission's sittings does not. */
const AFTER =
  /^(?:$|[.;,(«"]|по\s|мер(?:оприяти|\s|$)|действ|повыш|обеспеч|объектив|муниципал|район|округ|школ|омсу|мсу|оо(?![а-я])|оу(?![а-я])|образоват)/

/**
 * Whether what is expected of a measure is a plan of a level below, which then proves it once it is approved there. Only where
 * the document says for which level the measure is: else it would be expected of all of them.
 */
export function isProvedByPlan(
  { level, expectedResult }: { readonly level: Level | null; readonly expectedResult: string | null },
  planLevel: Level,
): boolean {
  if (level === null || expectedResult === null || DEPTH[level] <= DEPTH[planLevel]) return false
  let words = expectedResult.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim()
  while (BEFORE.test(words)) words = words.replace(BEFORE, '')
  return PLAN.test(words) && AFTER.test(words.replace(PLAN, ''))
}
