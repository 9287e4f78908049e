import type { z } from 'zod'
import { type Locale, say } from '../../messages/format.ts'
import { MEASURE_TEMPLATES, type MeasureTemplate, measuresForSignal } from './library/templates.ts'
import type { plansContract } from './plans-contract.ts'
import type { Level } from './reading/plan.ts'

type Listed = z.input<(typeof plansContract)['GET /api/measure-templates']['response']>['items'][number]

/** The library as a person chooses from it; those that answer the sign stand first, in the order in which they help. */
export function presentTemplates(
  locale: Locale,
  { level, channels }: { readonly level: Level | undefined; readonly channels: readonly string[] | null },
): Listed[] {
  const suggested = channels === null ? [] : measuresForSignal(channels)
  const others = MEASURE_TEMPLATES.filter(one => !suggested.includes(one))
  const wanted = ({ level: own }: MeasureTemplate) => level === undefined || own === level
  return [
    ...suggested.filter(wanted).map(one => presentTemplate(locale, one, true)),
    ...others.filter(wanted).map(one => presentTemplate(locale, one, false)),
  ]
}

/** What goes into a plan is Russian whoever reads the page: plans are. */
function presentTemplate(
  locale: Locale,
  { id, level, body, term, indicator }: MeasureTemplate,
  suggested: boolean,
): Listed {
  return {
    ...{ id, level, indicator, suggested },
    title: say(locale, `measure-library.${id}.title`),
    text: say('ru', `measure-library.${id}.text`),
    term: say('ru', `measure-library-term.${term}`),
    evidence: say(locale, `measure-library.${id}.evidence`),
    responsible: [{ original: body, body, person: null, post: null }],
  }
}
