import type { Block } from '../../../documents/report/index.ts'
import { setName } from '../../screening/threads.ts'
import type { Asked, OfSchool, OfTerritory } from '../asked.ts'
import { FEW, heading, left, number, right, sentence, table, text } from '../blocks.ts'
import type { PortraitSign } from '../types.ts'

/** Signs of non-objectivity, each with how its reply stands; nothing of it is for the public. */
export function signalsSection(asked: Asked): Block[] {
  const { say, sight } = asked
  if (sight.audience === 'public') return [sentence(say('portrait.signals.not-public'), 'quiet')]
  const blocks = asked.level === 'school' ? ofSchool(asked) : ofTerritory(asked)
  return [sentence(say('portrait.signals.explained'), 'note'), ...blocks]
}

function ofSchool(asked: OfSchool): Block[] {
  const { school, say, locale, context } = asked
  const signs =
    school.signs.length === 0
      ? [sentence(say('portrait.signals.none'), 'quiet')]
      : [
          table(
            'signals',
            say('portrait.signals.title'),
            [
              left(say('portrait.column.set'), 2),
              left(say('portrait.column.source'), 1.4),
              left(say('portrait.column.sign'), 4),
              right(say('portrait.column.works'), 0.8),
              left(say('portrait.column.reply'), 2.2),
            ],
            school.signs.map(sign => {
              const { text: found, n } = shownSign(asked, sign)
              return [
                text(
                  sign.position === null
                    ? say('portrait.signals.all-sets')
                    : setName(locale, context.run.sets[sign.position]),
                ),
                text(say(`portrait.source.${sign.source}`)),
                text(found),
                n === 'few' ? FEW : number(n),
                text(sign.reply),
              ]
            }),
          ),
        ]
  return [...signs, heading(say('portrait.federal.title')), ...federalYears(asked)]
}

/** The sentence of a sign quotes its numbers: of a few pupils it is kept for the school. */
export function shownSign(
  { sight, say }: Pick<Asked, 'sight' | 'say'>,
  { n, text: found }: PortraitSign,
): { readonly text: string; readonly n: number | null | 'few' } {
  return !sight.own && n !== null && n < sight.least
    ? { text: say('portrait.signals.hidden', { least: sight.least }), n: 'few' }
    : { text: found, n }
}

function federalYears({ school, say }: OfSchool): Block[] {
  if (school.federal.length === 0) return [sentence(say('portrait.federal.none'), 'quiet')]
  return [
    table(
      'federal',
      say('portrait.federal.title'),
      [
        right(say('portrait.column.year'), 0.6),
        left(say('portrait.column.markers'), 3),
        right(say('portrait.column.count')),
      ],
      school.federal
        .toSorted((a, b) => a.year - b.year)
        .map(({ year, markers }) => [
          text(String(year)),
          text(markers.length === 0 ? say('portrait.federal.not-named') : markers.join(', ')),
          number(markers.length),
        ]),
    ),
    sentence(say('portrait.federal.explained'), 'note'),
  ]
}

/** How many schools of a territory have signs: which ones stands in the list of schools. */
function ofTerritory({ schools, say, context, level }: OfTerritory): Block[] {
  const withSign = (source: PortraitSign['source']) =>
    schools.filter(({ signs }) => signs.some(sign => sign.source === source)).length
  const { own } = context.run.summary
  const years = [...new Set(schools.flatMap(({ federal }) => federal.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  )
  return [
    sentence(say('portrait.signals.official', { count: withSign('official'), schools: schools.length })),
    ...(own === null
      ? [sentence(say('run.no-own'), 'quiet')]
      : [
          sentence(say('portrait.signals.own', { count: withSign('own'), schools: schools.length })),
          ...(level === 'region' && own.expectedFalse !== null
            ? [
                sentence(
                  say('portrait.signals.expected-false', { expected: own.expectedFalse, budget: own.budget }),
                  'note',
                ),
              ]
            : []),
        ]),
    heading(say('portrait.federal.title')),
    ...(years.length === 0
      ? [sentence(say('portrait.federal.none-territory'), 'quiet')]
      : [
          table(
            'federal',
            say('portrait.federal.title'),
            [right(say('portrait.column.year'), 0.6), right(say('portrait.column.schools-named'))],
            years.map(year => [
              text(String(year)),
              number(
                schools.filter(({ federal }) =>
                  federal.some(one => one.year === year && one.markers.length > 0),
                ).length,
              ),
            ]),
          ),
          sentence(say('portrait.federal.explained'), 'note'),
        ]),
  ]
}
