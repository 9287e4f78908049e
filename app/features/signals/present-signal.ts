import type { Locale } from '../../messages/format.ts'
import { setName } from '../screening/index.ts'
import type { Days } from './calendar.ts'
import type { SignalRow } from './store/describe-signals.ts'
import { overdueDays } from './terms.rules.ts'
import { namedChannels, replyPhrase } from './words.ts'

/** A signal as a row of a list: never without the state of its reply. */
export function presentSignal(locale: Locale, row: SignalRow, days: Pick<Days, 'today' | 'dayOf'>) {
  return {
    id: row.id,
    school: { id: row.unitId, name: row.schoolName },
    municipality:
      row.municipalityId === null || row.municipalityName === null
        ? null
        : { id: row.municipalityId, name: row.municipalityName },
    run: { id: row.runId, title: row.runTitle },
    source: row.source,
    set: setName(locale, { ...row, version: row.paperVersion }),
    year: row.year,
    channels: namedChannels(locale, row.channels),
    n: row.n,
    degree: row.degree,
    fdr: row.fdr,
    state: row.state,
    outcome: row.outcome,
    reply: replyPhrase(locale, row, days),
    dueOn: row.dueOn,
    overdueDays: overdueDays(row, days.today),
    dataUndone: row.dataUndone,
    escalated: row.escalated,
    version: row.version,
  }
}
