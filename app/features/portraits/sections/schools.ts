import type { Block } from '../../../documents/report/index.ts'
import { setName } from '../../screening/threads.ts'
import type { OfTerritory } from '../asked.ts'
import { FEW, left, number, right, sentence, table, text } from '../blocks.ts'
import { compareNames } from '../context.ts'
import type { PortraitSchool } from '../types.ts'

/** The schools of a territory by name with the state of every sign: for those who stand above them, never for the public. */
export function schoolsSection(asked: OfTerritory): Block[] {
  const { say, level, request } = asked
  if (request.audience !== 'territory') return [sentence(say('portrait.schools.not-shown'), 'quiet')]
  const schools = asked.schools.toSorted(byPlace)
  return [
    table(
      'schools',
      say('portrait.schools.title'),
      [
        ...(level === 'region' ? [left(say('portrait.column.municipality'), 1.6)] : []),
        left(say('portrait.column.school'), 2.4),
        left(say('portrait.column.login')),
        right(say('portrait.column.sets-count'), 0.7),
        right(say('portrait.column.works'), 0.8),
        left(say('portrait.column.signs-replies'), 4),
        left(say('portrait.column.federal-years'), 1.2),
      ],
      schools.map(one => {
        const { school, municipality, federal } = one
        const { sets, works } = worksOf(asked, one)
        return [
          ...(level === 'region' ? [text(municipality)] : []),
          text(school.name ?? school.login),
          text(school.login),
          number(sets),
          works === null ? FEW : number(works),
          text(signsOf(asked, one)),
          text(
            federal
              .filter(({ markers }) => markers.length > 0)
              .map(({ year }) => year)
              .sort((a, b) => a - b)
              .join(', '),
          ),
        ]
      }),
      true,
    ),
    sentence(say('portrait.schools.explained'), 'note'),
  ]
}

/** Works over the sets whose numbers may be shown; null where there is none. */
function worksOf({ context, sight }: OfTerritory, { school, rows }: PortraitSchool) {
  const written = rows.filter(({ n }) => n > 0)
  const shown = written.filter(({ position }) =>
    sight.ofSet(context.sets[position]).schools.has(school.login),
  )
  return {
    sets: written.length,
    works: written.length > 0 && shown.length === 0 ? null : shown.reduce((sum, { n }) => sum + n, 0),
  }
}

/** «Математика, 4 класс, 2021 · Русский язык … — ждём до 15 июня 2021 г.»: no sign is named without its reply. */
function signsOf({ context, locale, say }: OfTerritory, { signs }: PortraitSchool): string | null {
  if (signs.length === 0) return null
  const alike = Map.groupBy(signs, ({ source, reply }) => `${source}\n${reply}`)
  return [...alike.values()]
    .map(([sign, ...others]) =>
      say('portrait.schools.sign', {
        set: [sign, ...others]
          .map(({ position }) =>
            position === null
              ? say('portrait.signals.all-sets')
              : setName(locale, context.run.sets[position]),
          )
          .join(' · '),
        source: say(`portrait.source.${sign.source}`),
        reply: sign.reply,
      }),
    )
    .join('; ')
}

function byPlace(a: PortraitSchool, b: PortraitSchool): number {
  return (
    compareNames(a.municipality ?? '', b.municipality ?? '') ||
    compareNames(a.school.name ?? a.school.login, b.school.name ?? b.school.login) ||
    compareNames(a.school.login, b.school.login)
  )
}
