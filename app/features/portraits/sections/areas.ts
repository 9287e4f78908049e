import type { Block } from '../../../documents/report/index.ts'
import { yearsRunning } from '../../federal-list/threads.ts'
import { intervalOfIndex, SMALL_TERRITORY, setName } from '../../screening/threads.ts'
import type { Asked, OfSchool, OfTerritory } from '../asked.ts'
import { heading, sentence } from '../blocks.ts'
import { chooseSentences } from '../sentences/choose-sentences.ts'
import { SCHOOL_SENTENCES, type SchoolFacts } from '../sentences/school-sentences.ts'
import { factsOfSchool } from '../sentences/set-facts.ts'
import { SET_SENTENCES } from '../sentences/set-sentences.ts'
import { factsOfTerritory } from '../sentences/territory-facts.ts'
import { INDEX_SENTENCES, TERRITORY_SENTENCES } from '../sentences/territory-sentences.ts'
import { indexShown } from '../territory-rows.ts'

/** «На что обратить внимание»: sentences of the registries, each set under its own heading. */
export function areasSection(asked: Asked): Block[] {
  const blocks = asked.level === 'school' ? areasOfSchool(asked) : areasOfTerritory(asked)
  const explained = sentence(asked.say('portrait.areas.explained'), 'note')
  return blocks.length > 0
    ? [explained, ...blocks]
    : [explained, sentence(asked.say('portrait.areas.nothing'), 'quiet')]
}

function areasOfSchool(asked: OfSchool): Block[] {
  const { locale, request } = asked
  return [
    ...quietTogether(chooseSentences(SCHOOL_SENTENCES, schoolFacts(asked), locale, request.notableOnly)),
    ...asked.sets.flatMap(one =>
      one.shown
        ? underHeading(
            setName(locale, one.set.set),
            chooseSentences(SET_SENTENCES, factsOfSchool(asked, one), locale, request.notableOnly),
          )
        : [],
    ),
  ]
}

function schoolFacts({ school, sets, context, locale, sight }: OfSchool): SchoolFacts {
  const told = sight.audience !== 'public'
  const years = new Map(school.federal.map(({ year, markers }) => [year, markers]))
  const listed = [...years].filter(([, markers]) => markers.length > 0).map(([year]) => year)
  const present = new Set(sets.map(({ set }) => set.position))
  return {
    works: sets.reduce((sum, { row }) => sum + row.n, 0),
    sets: sets.length,
    signs: told ? { count: school.signs.length, replies: school.signs.map(({ reply }) => reply) } : null,
    federal: told ? { years: listed.sort((a, b) => a - b), running: yearsRunning(years) } : null,
    missing: context.sets
      .filter(({ position, region }) => region.works > 0 && !present.has(position))
      .map(({ set }) => setName(locale, set)),
    hidden: sets.filter(({ shown }) => !shown).length,
    least: sight.least,
  }
}

function areasOfTerritory(asked: OfTerritory): Block[] {
  const { locale, request, sets } = asked
  return [
    ...indexSentences(asked),
    ...sets.flatMap(one =>
      one.shown
        ? underHeading(
            setName(locale, one.set.set),
            chooseSentences(TERRITORY_SENTENCES, factsOfTerritory(asked, one), locale, request.notableOnly),
          )
        : [],
    ),
  ]
}

function indexSentences(asked: OfTerritory): Block[] {
  const { context, level, name, locale, request } = asked
  return context.run.index
    .filter(line => line.level === level && (level === 'region' || line.unit === name))
    .flatMap(({ year, index, schools, marked, signs }) => {
      const bounds = intervalOfIndex({ value: index, schools, marked })
      if (index === null || bounds === null || !indexShown(asked, year, name)) return []
      const ofRegion = context.run.index.find(line => line.level === 'region' && line.year === year)
      const region =
        level === 'region' || !ofRegion || !indexShown(asked, year, ofRegion.unit) ? null : ofRegion.index
      const small = schools < SMALL_TERRITORY
      return chooseSentences(
        INDEX_SENTENCES,
        { level, year, index, ...bounds, schools, signs, small, region },
        locale,
        request.notableOnly,
      )
    })
}

function underHeading(name: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [heading(name), ...quietTogether(blocks)] : []
}

/** What is to be looked at first, one by one; all that is unremarkable after it in one paragraph. */
function quietTogether(blocks: readonly Block[]): Block[] {
  const isQuiet = (block: Block) => block.kind === 'sentence' && block.tone === 'quiet'
  const quiet = blocks.flatMap(block => (block.kind === 'sentence' && isQuiet(block) ? [block.text] : []))
  const rest = blocks.filter(block => !isQuiet(block))
  return quiet.length === 0 ? rest : [...rest, sentence(quiet.join(' '), 'quiet')]
}
