import { DETECTION_CHANNELS } from '@objektiv/forensics'
import type { z } from 'zod'
import { type Locale, say } from '../../../messages/format.ts'
import type { screeningContract } from '../contract.ts'
import { defined } from '../findings/methods.ts'
import { noteText } from '../outputs/words.ts'

type Definitions = z.input<(typeof screeningContract)['GET /api/definitions']['response']>

/** «Как это посчитано»: the definitions of the report, and what each channel of our own looks at. */
export function presentDefinitions(locale: Locale): Definitions {
  return {
    lead: ['p', 'q'].map(id => say(locale, `report.definitions.${id}`)),
    items: defined.map(({ id, title, sources }) => ({
      id,
      title: noteText(locale, title),
      text: say(locale, `report.definitions.how.${id}`),
      sources: sources.map(source => noteText(locale, source.title)),
    })),
    channels: DETECTION_CHANNELS.map(id => ({
      id,
      title: say(locale, `channel.${id}.title`),
      text: say(locale, `channel.${id}.sees`),
      blind: say(locale, `channel.${id}.blind`),
    })),
  }
}
