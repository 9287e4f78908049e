/**
 * The last grade that a kind of school teaches, by the words with which registries name kinds («НОШ», «начальная школа —
 * детский сад», «ООШ», «основная общеобразовательная школа»); null where the kind does not say that it ends early. Kinds
 * are free words, so a rule that is not sure leaves a school with all eleven grades: to be asked for nothing is easily
 * put right, to be forgotten is not.
 */
export function lastGradeOf(schoolKind: string | null): number | null {
  const kind = (schoolKind ?? '').toLowerCase().replaceAll('ё', 'е')
  if (/средн|(^|[^а-я])сош/.test(kind)) return null
  if (/основн|(^|[^а-я])оош/.test(kind)) return LAST_OF_BASIC
  return /начальн|прогимнази|(^|[^а-я])(нош|нш)([^а-я]|дс|$)/.test(kind) ? LAST_OF_PRIMARY : null
}

const LAST_OF_PRIMARY = 4
const LAST_OF_BASIC = 9
