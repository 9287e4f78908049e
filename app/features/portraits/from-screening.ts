import { type Locale, say } from '../../messages/format.ts'
import { formatNumber } from '../../messages/numbers.ts'
import {
  type FoundSign,
  type Screening,
  schoolRows,
  schoolSetRows,
  signsOf,
  summaryOf,
  wordFinding,
} from '../screening/index.ts'
import type { PortraitRun, PortraitSchool, PortraitSign } from './types.ts'

/** The run of a command as portraits need it. Nobody can reply to a command, so each sign says that it knows of no reply. */
export function fromScreening(screening: Screening, locale: Locale): PortraitRun {
  const rows = Map.groupBy(schoolSetRows(screening), ({ login }) => login)
  const signs = Map.groupBy(signsOf(screening), ({ school }) => school)
  const localities = new Map(screening.schools.map(({ school, locality }) => [school, locality]))
  const { run, region, sets, index } = screening
  return {
    record: run,
    summary: summaryOf(screening),
    ...{ region, sets, index, territories: null },
    schools: [...schoolRows(screening)].map(
      (school): PortraitSchool => ({
        school,
        locality: localities.get(school.login) ?? null,
        municipality: school.municipality,
        rows: rows.get(school.login) ?? [],
        signs: (signs.get(school.login) ?? []).map(sign => wordSign(sign, locale)),
        federal: [],
        measures: null,
      }),
    ),
  }
}

/** Channels that are named in one sentence: the strongest. */
const NAMED = 2

function wordSign({ source, position, n, degree, findings }: FoundSign, locale: Locale): PortraitSign {
  const seen = findings.slice(0, NAMED).map(finding => {
    const { title, where, sentence } = wordFinding(locale, finding)
    return source === 'official' ? sentence : say(locale, 'portrait.signals.seen', { title, where, sentence })
  })
  const head =
    degree === null
      ? []
      : [say(locale, 'portrait.signals.degree', { degree: formatNumber(locale, degree, 2) })]
  return {
    position: source === 'own' ? null : position,
    source,
    text: [...head, ...seen].join(' '),
    n,
    reply: say(locale, 'portrait.signals.no-reply-here'),
    signal: null,
  }
}
