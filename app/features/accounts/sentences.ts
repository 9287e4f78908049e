import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { Role, UnitKind } from './access.ts'

/** «Роль × узел дерева» in one sentence: «Руководитель школы — Школа № 12», «Методист — Заречный район, все школы муниципалитета». */
export function grantSentence(
  locale: Locale,
  {
    role,
    unit,
    validTo = null,
  }: { role: Role; unit: { name: string; kind: UnitKind }; validTo?: string | null },
): string {
  const params = { role: say(locale, `role.${role}`), unit: unit.name, kind: unit.kind }
  if (validTo === null) return say(locale, 'accounts.grant', params)
  return say(locale, 'accounts.grant-until', { ...params, date: sayDate(locale, validTo) })
}
