import type { Block } from '../../../documents/report/index.ts'
import { sayDate } from '../../../messages/dates.ts'
import { wordRecord } from '../../screening/threads.ts'
import type { Asked, OfSchool, OfTerritory } from '../asked.ts'
import { heading, number, sentence, text } from '../blocks.ts'

/** Who, from what data, by which method: with it anyone can make the same portrait again. */
export function headerSection(asked: Asked): Block[] {
  const { say, request, locale, sight } = asked
  return [
    sentence(say('portrait.header.starting-point'), 'note'),
    { kind: 'facts', rows: asked.level === 'school' ? schoolFacts(asked) : territoryFacts(asked) },
    heading(say('portrait.header.repeat')),
    {
      kind: 'facts',
      rows: [
        ...recordFacts(asked),
        {
          label: say('portrait.header.template'),
          value: text(say('portrait.header.template-version', { version: request.template.version })),
        },
        ...(request.repliesOn === null || sight.audience === 'public'
          ? []
          : [
              {
                label: say('portrait.header.replies-on'),
                value: text(sayDate(locale, request.repliesOn)),
              },
            ]),
        { label: say('portrait.header.audience'), value: text(say(`portrait.audience.${request.audience}`)) },
      ],
    },
    ...settingSentences(asked),
  ]
}

type Rows = Extract<Block, { kind: 'facts' }>['rows']

function schoolFacts({ school, say, sets, context }: OfSchool): Rows {
  const { school: row, municipality, locality } = school
  const grades = [...new Set(sets.map(({ set }) => set.set.grade))].sort((a, b) => a - b)
  const shown = sets.filter(one => one.shown)
  const works = shown.reduce((sum, { row }) => sum + row.n, 0)
  return [
    { label: say('portrait.header.school'), value: text(row.name ?? row.login) },
    { label: say('portrait.header.login'), value: text(row.login) },
    { label: say('portrait.header.kind'), value: text(row.kind) },
    { label: say('portrait.header.locality'), value: text(locality) },
    { label: say('portrait.header.municipality'), value: text(municipality) },
    { label: say('portrait.header.region'), value: text(context.run.region) },
    {
      label: say('portrait.header.contingent'),
      value: text(
        sets.length === 0
          ? say('portrait.header.contingent-none')
          : say('portrait.header.contingent-school', {
              works,
              sets: shown.length,
              grades: grades.join(', '),
            }),
      ),
    },
    ...(row.registered
      ? []
      : [{ label: say('portrait.header.registry'), value: text(say('portrait.header.unregistered')) }]),
  ]
}

function territoryFacts({ level, name, schools, sets, say, context }: OfTerritory): Rows {
  const grades = [...new Set(sets.map(({ set }) => set.set.grade))].sort((a, b) => a - b)
  const works = sets.reduce((sum, { group, shown }) => sum + (shown ? group.works : 0), 0)
  return [
    { label: say(`portrait.header.${level}`), value: text(name) },
    ...(level === 'municipality'
      ? [{ label: say('portrait.header.region'), value: text(context.run.region) }]
      : []),
    { label: say('portrait.header.schools'), value: number(schools.length) },
    {
      label: say('portrait.header.contingent'),
      value: text(
        sets.length === 0
          ? say('portrait.header.contingent-none')
          : say('portrait.header.contingent-territory', {
              works,
              sets: sets.filter(({ shown }) => shown).length,
              grades: grades.join(', '),
            }),
      ),
    },
  ]
}

/** Method, version, time and hash, by which a portrait is known. */
function recordFacts(asked: Asked): Rows {
  const { lines, settings } = recordOf(asked)
  return lines.slice(0, settings).map(({ label, value }) => ({ label, value: text(value) }))
}

/** Every setting in one sentence and the versions of the methods in another: they are looked up, not read. */
function settingSentences(asked: Asked): Block[] {
  const { lines, settings, isMethods } = recordOf(asked)
  const { say } = asked
  const named = lines
    .filter((_, i) => i >= settings && !isMethods(i))
    .map(({ label, value }) => `${label}: ${value}`)
  return [
    sentence(`${say('portrait.header.settings')}: ${named.join('; ')}.`, 'note'),
    ...lines
      .filter((_, i) => isMethods(i))
      .map(({ label, value }) =>
        sentence(`${label.charAt(0).toUpperCase() + label.slice(1)}: ${value}.`, 'note'),
      ),
  ]
}

function recordOf({ locale, context }: Asked) {
  const { record } = context.run
  const lines = wordRecord(locale, record).map(({ label, value }) => ({
    label,
    value: typeof value === 'number' ? value.toLocaleString(locale) : value,
  }))
  const settings = lines.length - Object.keys(record.parameters).length
  const methods = Object.keys(record.parameters).indexOf('methods')
  return { lines, settings, isMethods: (i: number) => methods >= 0 && i === settings + methods }
}
